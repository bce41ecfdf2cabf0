"""References from one content file to another: each must lead somewhere."""

from collections.abc import Iterable, Mapping

from guide.catalog.records import Catalog


def dangling(catalog: Catalog) -> Iterable[str]:
    """Yield a sentence for each reference from one content file to nothing in another."""
    known: Mapping[str, Iterable[str]] = {
        "fields.toml": catalog.fields,
        "advice.toml": catalog.advice,
        "addresses.toml": catalog.addresses,
        "channels.toml": catalog.channels,
        "guide.toml": catalog.chapters,
        "fields.toml groups": catalog.groups,
    }
    for place, names, target in _references(catalog):
        for name in names:
            if name and name not in known[target]:
                yield f"{place} names {name}, which {target} does not have; add or correct it"


def _references(catalog: Catalog) -> Iterable[tuple[str, Iterable[str], str]]:
    for name, category in catalog.categories.items():
        at = f"categories.toml: {name}"
        yield f"{at}.required", category.required, "fields.toml"
        yield f"{at}.helpful", category.helpful, "fields.toml"
        yield f"{at}.first", category.first, "advice.toml"
        yield f"{at}.articles", (category.collection, *category.articles), "addresses.toml"
        yield f"{at}.channels", category.channels, "channels.toml"
    for advice, card in catalog.advice.items():
        at = f"advice.toml: {advice}"
        yield f"{at}.step", (card.step,), "guide.toml"
        yield f"{at}.open", (card.open, *card.sources), "addresses.toml"
        yield f"{at}.field", (card.field,), "fields.toml"
    for chapter_id, chapter in catalog.chapters.items():
        at = f"guide.toml: {chapter_id}"
        yield f"{at}.sources", (*chapter.actions, *chapter.sources), "addresses.toml"
    for channel_id, channel in catalog.channels.items():
        yield f"channels.toml: {channel_id}.address", (channel.address,), "addresses.toml"
    for field_id, field in catalog.fields.items():
        yield f"fields.toml: {field_id}.group", (field.group,), "fields.toml groups"
