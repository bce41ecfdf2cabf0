/**
 * What the language itself can do, each once: its operations, errors, coroutines, codecs, patterns. The second half of exercise.mjs.
 */
export const LANGUAGE = String.raw`
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
            except BaseException:
                pass
    many = list(range(9))
    many[2:4] = [1]
    del many[0], many[1:3], many[::2]
    +1.5, -2, ~3, not one, 1 < 2 < 3, None is not one, 2 in one, f"{1!a}{1!r}{1!s}{1.5:.1f}{'x':>{4}}"
    for wrong in WRONG:
        try:
            wrong()
        except BaseException as error:
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
                except BaseException:
                    pass
            for data in (b"abc", b"\xff\xfe\xe9", b"\xd7\x90", b"\xed\xa0\x80", b"\\u05d0\\x"):
                try:
                    data.decode(name, on)
                except BaseException:
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
            except BaseException:
                continue
            for text in ("aab abc", "\u05d0\u05d1 'x' aB\nb\u00e9\u212a", "\U0001f600 a" * 99):
                found.search(text), found.match(text), found.fullmatch(text), found.split(text), found.findall(text)
                found.sub(r"<\g<0>>", text), found.subn(lambda it: it[0], text, 2), [it.span() for it in found.finditer(text)]
`;
