"""How much redaction finds and how often it cries wolf: `uv run python -m tests.bench.redact`.

2,000 generated secrets and some of 300 kinds more in prose of both languages, texts as people write
them (recall), the clean texts of the fixtures and those with what support needs (false alarms), and
the time for 50,000 characters. Every secret is made up here from a seed.
"""

import random
import string
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.catalog import loading
from guide.ids import Audience
from guide.redact import redaction
from guide.redact.checksums import IBAN_LENGTHS
from tests.bench import redact_kinds
from tests.languages import LOCALES

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "redact"
BASE62 = string.ascii_letters + string.digits
URL_SAFE = BASE62 + "-_"
RULES = redaction.load(loading.read_all(ROOT / "py/guide/content"), LOCALES)


@dataclass(frozen=True)
class Planted:
    """A text with one secret at text[start:end]."""

    text: str
    kind: str
    start: int
    end: int


def of(rng: random.Random, letters: str, count: int) -> str:
    return "".join(rng.choices(letters, k=count))


def api_key(rng: random.Random) -> str:
    return rng.choice((
        lambda: "sk-" + of(rng, BASE62, 20) + "T3BlbkFJ" + of(rng, BASE62, 20),
        lambda: "sk-" + of(rng, BASE62, 48),
        lambda: "sk-proj-" + of(rng, URL_SAFE, rng.choice((124, 148, 156))) + "A",
        lambda: "sk-svcacct-" + of(rng, URL_SAFE, 120) + "A",
        lambda: "sk-admin-" + of(rng, URL_SAFE, 120) + "A",
        lambda: "sk-None-" + of(rng, BASE62, 48),
        lambda: "sk-proj-" + of(rng, BASE62, 40),
        lambda: "sess-" + of(rng, BASE62, 40),
        lambda: "ghp_" + of(rng, BASE62, 36),
        lambda: "AKIA" + of(rng, string.ascii_uppercase + string.digits, 16),
        lambda: "AIza" + of(rng, URL_SAFE, 34) + "x",
        lambda: "hf_" + of(rng, BASE62, 34),
        lambda: "xoxb-" + of(rng, string.digits, 12) + "-" + of(rng, BASE62, 24),
    ))()  # fmt: skip


def token(rng: random.Random) -> str:
    sizes = rng.choice(((36, 120, 43), (60, 0, 16, 400, 22), (24, 80, 43), (90, 342, 16, 700, 22)))
    return "eyJ" + ".".join(of(rng, URL_SAFE, size) for size in sizes) + "w"


def bearer(rng: random.Random) -> str:
    return of(rng, BASE62, rng.choice((24, 32, 40, 64)))


def password(rng: random.Random) -> str:
    word = rng.choice(("Hunter", "banana", "Shalom", "qwerty", "Monkey", "tiger", "Dana"))
    strong = of(rng, BASE62 + "!@#$%^*_-", 10) + rng.choice("!@#$%^*") + of(rng, BASE62, 3)
    return rng.choice(
        (f"{word}{rng.randrange(10, 9999)}", f"{word}!{rng.randrange(99)}x", "x" + strong)
    )


def code(rng: random.Random) -> str:
    digits = of(rng, string.digits, 6)
    return rng.choice(
        (digits, digits, digits[:3] + " " + digits[3:], digits[:3] + "-" + digits[3:])
    )


def luhn(body: str) -> str:
    total = sum(
        sum(divmod(2 * int(d), 10)) if i % 2 == 0 else int(d) for i, d in enumerate(body[::-1])
    )
    return body + str(-total % 10)


def card(rng: random.Random) -> str:
    prefix, length = rng.choice(
        (("4", 16), ("4", 13), ("4", 19), ("52", 16), ("2245", 16), ("37", 15), ("34", 15),
         ("36", 14), ("6011", 16), ("3530", 16), ("6221", 16), ("62", 18), ("5018", 16)),
    )  # fmt: skip
    digits = luhn(prefix + of(rng, string.digits, length - len(prefix) - 1))
    sizes = (4, 6, 5) if length in (14, 15) else (4, 4, 4, 4, 3)
    sign = rng.choice(
        (
            "",
            "",
            " ",
            " ",
            "-",
            ".",
            "\N{NO-BREAK SPACE}",
            "\u200e-\u200e",
            "\u202f",
            "–",
            "/",
            "_",
            "  ",
        )
    )
    shown = grouped(digits, sizes, sign)
    if rng.random() < 0.05:
        shown = shown.translate({48 + i: 0x660 + i for i in range(10)})
    if rng.random() < 0.05:
        shown = " ".join(digits)
    return f"\u200e{shown}\u200e" if rng.random() < 0.1 else shown


def grouped(digits: str, sizes: tuple[int, ...], sign: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return sign.join(p for p in parts if p)


def iban(rng: random.Random) -> str:
    country = rng.choice(("IL", "DE", "FR", "GB", "ES", "NL", "IT", "CH"))
    body = of(rng, string.digits, IBAN_LENGTHS[country] - 4)
    turned = "".join(str(int(c, 36)) for c in body + country + "00")
    compact = f"{country}{98 - int(turned) % 97:02}{body}"
    return rng.choice((compact, grouped(compact, (4,) * 9, " ")))


def national_id(rng: random.Random) -> str:
    digits = luhn(of(rng, string.digits, 8))
    return rng.choice((digits, f"{digits[:8]}-{digits[8]}"))


def phone(rng: random.Random) -> str:
    d = of(rng, "23456789", 10)
    return rng.choice((
        f"05{d[0]}-{d[1:8]}", f"05{d[0]}{d[1:8]}", f"+972-5{d[0]}-{d[1:4]}-{d[4:8]}", f"03-{d[:7]}",
        f"+9725{d[:8]}", f"({d[:3]}) {d[3:6]}-{d[6:]}", f"{d[:3]}-{d[3:6]}-{d[6:]}",
        f"+1 {d[:3]} {d[3:6]} {d[6:]}",
        f"+44 7{d[:3]} {d[3:9]}",
        f"05{d[0]} {d[1:4]} {d[4:8]}", f"\u2066+972 5{d[0]} {d[1:8]}\u2069",
    ))  # fmt: skip


def email(rng: random.Random) -> str:
    user = of(rng, string.ascii_lowercase, 6)
    host = rng.choice(
        ("example.com", "mail.example.co.il", "example.org", "sub-domain.example.net")
    )
    return rng.choice((f"{user}@{host}", f"{user}.levi+gpt@{host}", f"{user.upper()}_1@{host}"))


def private_key(rng: random.Random) -> str:
    name = rng.choice(("PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "EC PRIVATE KEY"))
    lines = [of(rng, BASE62 + "+/", 64) for _ in range(6)]
    dashes = "-----"
    return "\n".join([f"{dashes}BEGIN {name}{dashes}", *lines, f"{dashes}END {name}{dashes}"])


MAKERS: Mapping[str, Callable[[random.Random], str]] = {
    "api_key": api_key,
    "session_token": token,
    "bearer": bearer,
    "password": password,
    "one_time_code": code,
    "card": card,
    "cvv": lambda rng: of(rng, string.digits, rng.choice((3, 3, 4))),
    "iban": iban,
    "national_id": national_id,
    "phone": phone,
    "email": email,
    "private_key": private_key,
}


def lines(name: str) -> list[str]:
    """Return the lines of a fixture that are no comments, their "\\n" turned into breaks."""
    text = (FIXTURES / name).read_text(encoding="utf-8")
    return [line.replace("\\n", "\n") for line in text.splitlines() if line and line[0] != "#"]


def clean(locale: str, audience: Audience) -> list[str]:
    """Return the texts in which that audience may see everything."""
    texts = lines(f"clean.{locale}.txt")
    if audience == "public":
        return [t for t in texts if not t.startswith("support|")]
    return [t.removeprefix("support|") for t in texts]


def wrapped(rng: random.Random, kind: str, secret: str) -> str:
    """Return a long secret as mail programs and terminals break it."""
    if kind not in ("api_key", "session_token") or len(secret) < 40 or rng.random() > 0.15:
        return secret
    at = rng.randrange(12, len(secret) - 12)
    return secret[:at] + rng.choice(("\n", "\r\n", "\n> ", "\n    ", "=\n", "\\\n")) + secret[at:]


def plant(count: int, seed: int) -> Iterator[Planted]:
    """Yield `count` texts with one secret each, in prose of both languages; the same per seed."""
    rng = random.Random(seed)  # Repeatable, not secret.  # noqa: S311
    prose = [line.split("|", 1) for locale in LOCALES for line in lines(f"prose.{locale}.txt")]
    around = [t for locale in LOCALES for t in clean(locale, "support")]
    for i in range(count):
        kind, frame = prose[i % len(prose)]
        secret = wrapped(rng, kind, MAKERS[kind](rng))
        before = rng.choice(("", "", rng.choice(around) + rng.choice((" ", "\n", "\n\n"))))
        after = rng.choice(("", "", rng.choice((" ", "\n", "\n\n")) + rng.choice(around)))
        place = next(p for p in ("{x}", "{d}", "{c}") if p in frame)
        left, right = frame.split(place)
        start = len(before) + len(left)
        yield Planted(before + left + secret + right + after, kind, start, start + len(secret))


def is_found(planted: Planted, audience: Audience = "support") -> bool:
    """Tell whether findings cover every visible character of the secret."""
    found = redaction.find(RULES, planted.text, audience)
    open_places = set(range(planted.start, planted.end)) - {
        i for f in found for i in range(f.start, f.end)
    }
    return not any(planted.text[i].isalnum() for i in open_places)


def false_alarms(audience: Audience) -> tuple[int, list[str]]:
    """Return how many clean texts there are, and those in which something is found."""
    texts = [text for locale in LOCALES for text in clean(locale, audience)]
    return len(texts), [text for text in texts if redaction.find(RULES, text, audience)]


def is_covered(text: str, spots: list[tuple[int, int]]) -> bool:
    """Tell whether findings cover every letter and digit at these places."""
    covered = {i for f in redaction.find(RULES, text, "support") for i in range(f.start, f.end)}
    return all(i in covered or not text[i].isalnum() for a, b in spots for i in range(a, b))


def uncovered(seed: int, each: int) -> Iterator[tuple[str, str]]:
    """Yield kind and text of secrets of `redact_kinds` that are not found whole."""
    for kind, text, spots in (*redact_kinds.planted(seed, each), *redact_kinds.told(seed)):
        if not is_covered(text, spots):
            yield kind, text


def needless(seed: int) -> list[str]:
    """Return the texts with what support needs in which something is masked."""
    return [t for t in redact_kinds.needed(seed) if redaction.find(RULES, t, "support")]


LONG = 50_000


def milliseconds(audience: Audience) -> float:
    """Return the time of the language that takes longer, for 50,000 characters of its texts."""
    texts = [("\n".join(clean(locale, audience)) * 20)[:LONG] for locale in LOCALES]
    return max(min(_timed(text, audience) for _ in range(5)) for text in texts) * 1e3


def _timed(text: str, audience: Audience) -> float:
    start = time.process_time()
    redaction.find(RULES, text, audience)
    return time.process_time() - start


def main(count: int = 2000, seed: int = 7) -> None:
    totals: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for planted in plant(count, seed):
        totals[planted.kind] += 1
        if not is_found(planted):
            missed[planted.kind] += 1
            print(f"missed {planted.kind}: {planted.text!r}")
    for kind, total in sorted(totals.items()):
        print(f"{kind:16} {total - missed[kind]:5} of {total:5}")
    print(f"recall           {1 - missed.total() / totals.total():.4f} of {totals.total()}")
    more = [(kind, text) for kind, text, _ in redact_kinds.planted(seed, 8)]
    lost = list(uncovered(seed, 8))
    for kind, text in lost:
        print(f"missed {kind}: {text!r}")
    kinds = len({kind for kind, _ in more})
    print(f"{kinds} kinds: {len(lost)} missed of {len(more)} and told.txt")
    print(f"needed.txt: {len(needless(seed))} texts with a mask")
    for audience in ("support", "public"):
        number, alarms = false_alarms(audience)
        print(
            f"{audience}: {100 * len(alarms) / number:.2f} false alarms per 100 of {number} texts"
        )
        for text in alarms:
            print(f"  {text!r}")
        print(f"{audience}: {milliseconds(audience):.0f} ms per {LONG} characters")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
