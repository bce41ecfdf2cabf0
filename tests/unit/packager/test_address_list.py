"""Every address can be listed, for a check where there is a network."""

from pathlib import Path

from guide.catalog import loading
from packager.content_check import address_list

PY = Path(__file__).parents[3] / "py"


def test_every_address_and_every_source_is_listed_with_its_date() -> None:
    told = [line.split() for line in address_list.listed(PY)]
    for address in loading.load().addresses.values():
        for url in (address.url, address.source):
            assert [url, str(address.checked), address.sure] in [row[:3] for row in told]


def test_each_line_begins_with_an_address() -> None:
    assert all(line.startswith(("https://", "mailto:")) for line in address_list.listed(PY))
