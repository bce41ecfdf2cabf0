"""Every address can be listed, for a check where there is a network."""

from pathlib import Path

from guide import catalog
from packager import links

PY = Path(__file__).parents[2] / "py"


def test_every_address_and_every_source_is_listed_with_its_date() -> None:
    told = [line.split() for line in links.listed(PY)]
    for address in catalog.load().addresses.values():
        for url in (address.url, address.source):
            assert [url, str(address.checked), address.sure] in [row[:3] for row in told]


def test_each_line_begins_with_an_address() -> None:
    assert all(line.startswith(("https://", "mailto:")) for line in links.listed(PY))
