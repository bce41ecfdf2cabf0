"""What redaction knows whatever the language, made ready to search: hosts, parameters, ids."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guide.redact import randomness
from guide.redact.content import Shapes

# How the ids begin is content; two signs in a row or a second "_" are a key's.
_ID = (
    r"(?:{prefixes})(?:live_|test_)?(?:(?=[a-z]{{0,24}}\d)[a-z0-9]{{8,64}}|[a-z0-9]{{20,64}})"
    r"(?:-[a-z0-9]{{2,64}}){{0,6}}(?!\w)"
)
# Finds «12345678-90ab-cdef-1234-567890abcdef», not «12345678».
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])")

# A time zone, as browsers name them: an area and a place.
# Finds «Asia/Jerusalem» and «america/argentina/buenos_aires», not «Asia/Tiger2024».
ZONE = re.compile(
    r"(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)"
    r"(?:/[a-z_+-]{3,40}){1,2}(?![\w/])",
    re.IGNORECASE,
)

# Of requests and traces.
# Finds «8f3a2b1c9d4e5f60-tlv», not «8f3a».
RAY = re.compile(r"[0-9a-f]{16}(?:-[a-z]{3})?|00-[0-9a-f]{32}-[0-9a-f]{16}(?:-0[01])?")
# Finds «sha256:9f2a», not «sha».
HASHED = re.compile(r"(?:sha\d{1,3}|md5|blake[23]\w?)[:=-]", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Known:
    """Made of `redact.toml`."""

    offices: frozenset[str]
    own_domains: tuple[str, ...]
    own_phones: frozenset[str]
    pairs: Mapping[str, int]
    ids: re.Pattern[str]
    open_hosts: frozenset[str]
    open_links: Mapping[str, tuple[str, ...]]
    needed_links: Mapping[str, tuple[str, ...]]
    secret_paths: frozenset[str]
    secret_parameters: frozenset[str]
    file_endings: frozenset[str]
    built_endings: frozenset[str]
    drawn_in: frozenset[str]


def make(shapes: Shapes) -> Known:
    """Return what these shapes say."""
    prefixes = "|".join(sorted(map(re.escape, shapes.id_prefixes), key=lambda p: (-len(p), p)))
    return Known(
        offices=frozenset(shapes.offices),
        own_domains=shapes.own_domains,
        own_phones=frozenset(shapes.own_phones),
        pairs=randomness.pairs_of(shapes.letter_pairs),
        ids=re.compile(_ID.format(prefixes=prefixes)),
        open_hosts=frozenset(shapes.open_hosts),
        open_links=_by_host(shapes.open_links),
        needed_links=_by_host(shapes.needed_links),
        secret_paths=frozenset(shapes.secret_paths),
        secret_parameters=frozenset(shapes.secret_parameters),
        file_endings=frozenset(shapes.file_endings),
        built_endings=frozenset(shapes.built_endings),
        drawn_in=frozenset(shapes.drawn_in),
    )


def _by_host(links: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        host, _, path = link.partition("/")
        found[host] = (*found.get(host, ()), path)
    return found


def path_below(table: Mapping[str, tuple[str, ...]], host: str, path: str) -> int:
    """Return how many characters of the path are named with this host in the table; -1: none."""
    while host:
        for named in table.get(host, ()):
            if path.startswith(named):
                return len(named)
        host = host.partition(".")[2]
    return -1
