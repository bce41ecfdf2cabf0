/**
 * What text, numbers and collections can do in Python, each once: what a changed guide may ask of them.
 *
 * It runs in Pyodide, see reach.mjs. What comes of it does not matter, only which functions it reaches.
 */
export const EXERCISE = String.raw`
import datetime
import json
import random
import re
import zlib
from collections import Counter, OrderedDict, defaultdict, deque
from itertools import chain, groupby, islice, pairwise, product

VALUES = (
    *("", "abc ABC 12", "שלום עולם", "ß İ ǆ é", "a b\n c\tאב", "\U0001f600x", "%s %5.2f", "{} {a!r:>8}"),
    *(b"abc \xff", bytearray(b"abc"), 0, 7, -3, 2**70, 1.5, -0.0, 1e300, float("inf"), True, 2j),
    *((1, 2, 3), [3, 1, 2], {"a": 1, "b": [2]}, {1, 2, 3}, frozenset("ab"), range(5), slice(1, 2), None),
    *(deque([1, 2]), Counter("abca"), OrderedDict(a=1), defaultdict(list), memoryview(b"abc")),
    *(datetime.date(2026, 2, 1), datetime.timedelta(days=1, seconds=5), datetime.timezone.utc),
    *(datetime.datetime(2026, 2, 1, 3, 4, tzinfo=datetime.timezone.utc), datetime.time(1, 2)),
    *(re.compile(r"(?P<a>\w+)|(?i:x)\b[^\d]*?$"), re.compile("^(?=a)(?<!b)(a|b){1,3}", re.MULTILINE)),
)
GIVEN = (
    (),
    *((one,) for one in ("a", " ", "אב", 1, -2, 2.5, b"a", [1], (1, 2), {"a": 2}, {1}, None)),
    *(("a", "b"), (1, 2), ("a", 1), (b"a", b"b"), ("x", "abc"), ("utf-8", "replace"), (0, 1, 2)),
)
# These end, wait, or take whatever memory there is.
LEFT_OUT = {"__init_subclass__", "__subclasshook__", "__class__", "__reduce__", "__reduce_ex__", "release"}


def exercise():
    """Call whatever the values have, with whatever may be given, and what is built in."""
    for value in VALUES:
        for name in dir(value):
            if name not in LEFT_OUT:
                for given in GIVEN:
                    attempt(value, name, given)
    for function in (abs, all, any, bin, bool, bytes, chr, dict, divmod, enumerate, filter, float, format):
        attempts(function)
    for function in (frozenset, hash, hex, int, isinstance, iter, len, list, map, max, min, oct, ord):
        attempts(function)
    for function in (pow, repr, reversed, round, set, sorted, str, sum, tuple, type, zip, json.dumps, json.loads):
        attempts(function)
    for function in (chain, groupby, pairwise, product, zlib.compress, zlib.crc32, datetime.date, random.Random):
        attempts(function)
    list(islice(chain.from_iterable([[1], [2]]), 1))
    operators()
    more()
    language()
    large()
    codecs()
    patterns()


def attempts(function):
    """Call a function with each value, and with whatever may be given."""
    for given in (*((value,) for value in VALUES), *GIVEN):
        try:
            list(function(*given))
        except Exception:
            pass


def attempt(value, name, given):
    """Call one method on a copy."""
    if isinstance(value, (list, dict, set, bytearray, deque)):
        value = value.copy()
    try:
        list(getattr(value, name)(*given))
    except Exception:
        pass


def operators():
    """Use each operator on each two values."""
    for one in VALUES:
        for other in VALUES:
            for use in OPERATORS:
                try:
                    use(one, other)
                except Exception:
                    pass


OPERATORS = (
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * (b if isinstance(b, int) and abs(b) < 9 else 2),
    lambda a, b: a / b,
    lambda a, b: a // b,
    lambda a, b: a % b,
    lambda a, b: a < b,
    lambda a, b: a == b,
    lambda a, b: a in b,
    lambda a, b: a | b,
    lambda a, b: a & b,
    lambda a, b: a ^ b,
    lambda a, b: a << (b if isinstance(b, int) and 0 <= b < 9 else 1),
    lambda a, b: a[b],
    lambda a, b: a[:2],
    lambda a, b: f"{a!r:>9}{b!s}",
    lambda a, b: -a,
    lambda a, b: ~a,
    lambda a, b: [*a, *b],
    lambda a, b: {**a, **b},
)


def more():
    """Use what the language has beside calls: classes, exceptions, generators, matching."""

    class Base:
        slot = property(lambda self: 1)

        def __init__(self):
            self.a = 1

        def __getattr__(self, name):
            raise AttributeError(name)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return True

    class Child(Base):
        def __repr__(self):
            return super().__repr__()

    def generator():
        try:
            sent = yield 1
            yield from (sent, 2)
        finally:
            pass

    with Child() as child:
        child.b = child.slot
        del child.b
        repr(child), vars(child), isinstance(child, Base), issubclass(Child, Base)
        raise ValueError("x") from KeyError("y")
    steps = generator()
    next(steps), steps.send(3), steps.close()
    for subject in ({"a": 1}, [1, 2], (1,), "x", child):
        match subject:
            case {"a": found, **rest}:
                del found, rest
            case [first, *rest]:
                del first, rest
            case Base(a=1) | "x":
                pass
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as caught:
        str(caught)
    except* TypeError:
        pass


def language():
    """Use each kind of the bytecode's operations, of which some have functions of their own."""
    one, other = [1, 2], (3, 4)
    first, *rest = one
    whole = (*one, *other)
    keys = {**{"a": 1}, "b": 2}
    (lambda *given, **named: (given, named))(*one, *other, **keys)
    {n for n in whole}, {n: n for n in whole}, list(n for n in whole if not n % 2)
    for use in IN_PLACE:
        for value, by in ((7, 2), (7.5, 2), ({1}, {2}), ({"a": 1}, {"b": 2}), ([1], [2]), ("a", "b"), (2**70, 3)):
            try:
                use(value, by)
            except Exception:
                pass
    many = list(range(9))
    many[2:4] = [1]
    del many[0], many[1:3], many[::2]
    +1.5, -2, ~3, not one, 1 < 2 < 3, None is not one, 2 in one, f"{1!a}{1!r}{1!s}{1.5:.1f}{'x':>{4}}"
    for wrong in WRONG:
        try:
            wrong()
        except Exception as error:
            str(error), repr(error), error.__traceback__.tb_frame, error.with_traceback(None)
    for step in (later(), waiting()):
        try:
            while True:
                step.send(None)
        except StopIteration:
            pass

    class Slots:
        __slots__ = ("a", "b")

        def __init_subclass__(cls, **named):
            super().__init_subclass__()

        def __set_name__(self, owner, name):
            self.a = name

        @classmethod
        def make(cls):
            return cls()

        @staticmethod
        def say():
            nonlocal first
            first += 1

    class Inner(Slots, named=1):
        held = Slots()

    Inner.make().say()
    type("Made", (Inner,), {})().a = 1


def waited():
    yield 1
    raise StopIteration


class Waits:
    def __await__(self):
        yield 1

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return False


async def each():
    yield 1
    await Waits()


async def later():
    async with Waits():
        async for one in each():
            await Waits()
    return [one async for one in each()]


def waiting():
    yield from (1, 2)
    return 3


def deep(n=0):
    return deep(n + 1)


def nothing_there():
    return not_there


def unbound():
    del nothing
    return nothing


WRONG = (
    lambda: list(waited()),
    lambda: deep(),
    lambda: json.dumps(nested(99)),
    lambda: json.loads("[" * 99),
    nothing_there,
    unbound,
    lambda: {}["a"],
    lambda: [][0],
    lambda: ().a,
    lambda: deep(1, 2, b=3),
    lambda: deep(**{"a": 1}),
    lambda: deep(*1),
    lambda: 1(),
    lambda: "a" * 2**60,
    lambda: int("x"),
    lambda: int("9" * 9999),
    lambda: float("x"),
    lambda: 1 / 0,
    lambda: 2.0**9999,
    lambda: next(iter(())),
    lambda: list(one for one in 1),
    lambda: exec("a b"),
    lambda: __import__("no_such_module"),
    lambda: "%d" % "x",
    lambda: "{0.a}".format(1),
    lambda: "\ud800".encode(),
    lambda: b"\xff".decode(),
    lambda: datetime.date(2026, 2, 31),
    lambda: datetime.datetime.fromisoformat("x"),
    lambda: re.compile("("),
    lambda: sorted([1, "a"]),
    lambda: dict([1]),
    lambda: hash([]),
)


def nested(depth):
    found = []
    for _ in range(depth):
        found = [found]
    return found


def in_place(a, b):
    a += b
    return a


def less(a, b):
    a -= b


def times(a, b):
    a *= b


def parts(a, b):
    a /= b


def whole_parts(a, b):
    a //= b


def what_is_left(a, b):
    a %= b


def raised(a, b):
    a **= b


def matrices(a, b):
    a @= b


def both(a, b):
    a &= b


def either(a, b):
    a |= b


def one_of(a, b):
    a ^= b


def up(a, b):
    a <<= b


def down(a, b):
    a >>= b


IN_PLACE = (
    *(in_place, less, times, parts, whole_parts, what_is_left, raised, matrices, both, either, one_of, up, down),
    *(lambda a, b: a**b, lambda a, b: a @ b, lambda a, b: a >> b, lambda a, b: divmod(a, b), lambda a, b: a != b),
)


def large():
    """Have collections and numbers grow past what small ones are kept in, and go."""
    import gc

    numbers = {n: str(n) for n in range(3000)}
    for n in range(2900):
        del numbers[n]
    numbers.update({str(n): n for n in range(3000)}), numbers.popitem(), numbers.clear()
    some, others = set(range(3000)), {str(n) for n in range(3000)} | {(n,) for n in range(99)}
    some | others, some & others, some - others, some ^ others, some <= others, some.isdisjoint(others)
    dice = random.Random(1)
    mixed = [dice.random() for _ in range(3000)]
    mixed.sort(), mixed.sort(key=str, reverse=True), sorted(map(str, mixed)), sorted((n, 1) for n in mixed)
    big = 7**3000
    str(big)[:9], int("7" * 2000), big * big // 3**99, big % 10**50, pow(7, big, 11), big >> 99, big.bit_length()
    text = "a" * 5000 + "\u05d0" * 5000 + "\U0001f600" * 9
    text.replace("a", "\u05d0\u05d1"), text.split("\u05d0"), text.find("\u05d0\U0001f600"), text.count("aa")
    text.translate({97: None, 0x5D0: "x"}), text.casefold(), "".join(reversed(text)), text[::-3], text.encode()
    queue = deque(mixed, 99)
    queue.rotate(3), queue.extend(mixed)
    ring = []
    ring.append(ring)
    del ring
    gc.collect()


def codecs():
    """Write and read each common encoding, with each way to go on from what does not fit."""
    for name in ("utf-8", "utf-16", "utf-32", "utf-7", "latin-1", "ascii", "cp1255", "unicode_escape", "raw_unicode_escape"):
        for on in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
            for text in ("abc", "é", "\u05d0", "\U0001f600", "a\ud800b"):
                try:
                    text.encode(name, on)
                except Exception:
                    pass
            for data in (b"abc", b"\xff\xfe\xe9", b"\xd7\x90", b"\xed\xa0\x80", b"\\u05d0\\x"):
                try:
                    data.decode(name, on)
                except Exception:
                    pass


def patterns():
    """Search with whatever a pattern can have."""
    for pattern in (
        *("a*?b", "(a|b)+c", "a*+b", "(?>a+)b", r"(?P<q>['\"]).*?(?P=q)", r"(a)?(?(1)b|c)", "(?<=a)b", "(?<!a)b"),
        *(r"[^\W\d_]+", r"[\u0590-\u05ff]{2,}", r"\b\w+\b", r"\A\s*\Z", "(?s:.)$", "(?i:\u00e9|k)", "(a*)*", "(?:ab){2,3}?"),
        *("[a-c&&[b]]", "x{0}", ".*a.*b", "(?m:^a$)", "(?a:\\w+)"),
    ):
        for flags in (0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII):
            try:
                found = re.compile(pattern, flags)
            except Exception:
                continue
            for text in ("aab abc", "\u05d0\u05d1 'x' aB\nb\u00e9\u212a", "\U0001f600 a" * 99):
                found.search(text), found.match(text), found.fullmatch(text), found.split(text), found.findall(text)
                found.sub(r"<\g<0>>", text), found.subn(lambda it: it[0], text, 2), [it.span() for it in found.finditer(text)]
`;
