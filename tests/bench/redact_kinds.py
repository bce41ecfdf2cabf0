"""Secrets of 250 kinds in prose of both languages: their shapes and sentences are fixtures.

Every secret is made up here from a seed: no key, card or phrase is anybody's.
"""

import random
import re
import string
from collections.abc import Iterator
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures" / "redact"
LETTERS = {
    "b": string.ascii_letters + string.digits,
    "x": string.ascii_lowercase + string.digits,
    "u": string.ascii_uppercase + string.digits,
    "h": "0123456789abcdef",
    "H": "0123456789ABCDEF",
    "d": string.digits,
    "p": "abcdefghijklmnop",
    "l": string.ascii_lowercase,
    "L": string.ascii_uppercase,
    "U": string.ascii_letters + string.digits + "-_",
    "B": string.ascii_letters + string.digits + "+/",
    "q": string.ascii_uppercase + "234567",
    "z": string.ascii_lowercase + "234567",
}
PHRASE = """
anchor barrel candle desert eagle fabric garden hammer island jacket kitten ladder magnet napkin
orange pepper quarter ribbon saddle timber uncle velvet window yellow zebra bronze cactus drift
elbow forest ghost hollow ivory jungle knock lunar mirror noodle olive planet rifle spider tunnel
""".split()  # noqa: SIM905  # Words to read, not a list to lint.
SPOKEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PARTS = (
    "bare",
    "link",
    "codes",
    "seed",
)  # The rest of these is a name, a host, a number of a line.
HOLE = re.compile(r"\{([a-zA-Z])(\d+)(?::(\d+))?\}")


def rows(name: str) -> Iterator[list[str]]:
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            yield line.split("|", 2)


def luhn(body: str) -> str:
    total = sum(
        sum(divmod(2 * int(d), 10)) if i % 2 == 0 else int(d) for i, d in enumerate(body[::-1])
    )
    return body + str(-total % 10)


def made(rng: random.Random, shape: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a secret of this shape, and where in it random characters are."""
    parts, spots, size, done = [], [], 0, 0
    shape = unescaped(shape)
    for hole in HOLE.finditer(shape):
        parts += [shape[done : hole.start()], _hole(rng, hole[1], hole[2], hole[3])]
        size += len(parts[-2]) + len(parts[-1])
        spots.append((size - len(parts[-1]), size))
        done = hole.end()
    return "".join([*parts, shape[done:]]), spots


def unescaped(text: str) -> str:
    return (
        text.replace("\\\\n", "\0")
        .replace("\\n", "\n")
        .replace("\\u200b", "\u200b")
        .replace("\0", "\\n")
    )


def _hole(rng: random.Random, kind: str, number: str, length: str | None) -> str:
    if length:
        digits = luhn(number + "".join(rng.choices(string.digits, k=int(length) - len(number) - 1)))
        sign = " " if kind == "g" else rng.choice(("", " ", "-"))
        sizes = (4, 6, 5) if length == "15" else (4, 4, 4, 4, 3)
        return _grouped(digits, sizes, sign)
    count = int(number)
    if kind == "r":
        return _isracard(rng)
    if kind in "wnk":
        words = rng.sample(PHRASE, count)
        if kind == "n":
            return words[0] + "".join(f"\n{i}. {word}" for i, word in enumerate(words[1:], 2))
        return ("\n" if kind == "k" else " ").join(words)
    if kind == "s":
        return " ".join(rng.choices(SPOKEN, k=count))
    return "".join(rng.choices(LETTERS[kind], k=count))


def _isracard(rng: random.Random) -> str:
    while True:
        digits = str(rng.randrange(10**7, 10**8))
        if sum(int(d) * w for d, w in zip(digits, range(8, 0, -1), strict=True)) % 11 == 0:
            return digits


def _grouped(digits: str, sizes: tuple[int, ...], sign: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return sign.join(p for p in parts if p)


def planted(seed: int, each: int) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Yield kind, text, and where its secret is: `each` texts a kind, half in Hebrew."""
    rng = random.Random(seed)  # Repeatable, not secret.  # noqa: S311
    frames: dict[tuple[int, str], list[str]] = {}
    for language, locale in enumerate(("en", "he")):
        for frame, sentence in rows(f"frames.{locale}.txt"):
            frames.setdefault((language, frame), []).append(unescaped(sentence))
    for kind, frame, shape in rows("kinds.txt"):
        for number in range(each):
            left, right = rng.choice(frames[number % 2, frame]).split("{x}")
            secret, spots = made(rng, shape)
            if frame not in PARTS:
                spots = [(0, len(secret))]
            yield kind, left + secret + right, [(len(left) + a, len(left) + b) for a, b in spots]


def told(seed: int) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    """Yield the texts of told.txt with random parts, as `planted` does; the kind is the line."""
    rng = random.Random(seed)  # Repeatable, not secret.  # noqa: S311
    for line in (FIXTURES / "told.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] == "#":
            continue
        text, spots = "", []
        for number, part in enumerate(line.replace("⟧", "⟦").split("⟦")):
            filled = made(rng, part)[0]
            if number % 2:
                spots.append((len(text), len(text) + len(filled)))
            text += filled
        yield line, text, spots


def needed(seed: int) -> Iterator[str]:
    """Yield the texts of needed.txt with random ids."""
    rng = random.Random(seed)  # Repeatable, not secret.  # noqa: S311
    for line in (FIXTURES / "needed.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] != "#":
            yield made(rng, line)[0]
