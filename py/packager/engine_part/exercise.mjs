/**
 * What text, numbers and collections can do in Python, each once: what a changed guide may ask of them.
 *
 * It runs in Pyodide with exercise_language.mjs, see reach.mjs. What comes of it does not matter, only which
 * functions it reaches.
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
        except BaseException:
            pass


def attempt(value, name, given):
    """Call one method on a copy."""
    if isinstance(value, (list, dict, set, bytearray, deque)):
        value = value.copy()
    try:
        list(getattr(value, name)(*given))
    except BaseException:
        pass


def operators():
    """Use each operator on each two values."""
    for one in VALUES:
        for other in VALUES:
            for use in OPERATORS:
                try:
                    use(one, other)
                except BaseException:
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
`;
