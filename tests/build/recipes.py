"""The recipes of CONTRIBUTING.md as steps: see test_recipes.py."""

from collections.abc import Callable
from dataclasses import dataclass

from packager.new import skeletons
from packager.new.edits import Tree

CONTENT = "py/guide/content"
LOCALES = ("he", "en", "ar")  # The last is added by its recipe.


@dataclass(frozen=True)
class Recipe:
    """A section of CONTRIBUTING.md: what begins it, what `--check` then says, what ends it."""

    section: str
    half: Callable[[Tree], None]
    told: tuple[str, ...]
    rest: Callable[[Tree], None]


def new(kind: str, name: str) -> Callable[[Tree], None]:
    return lambda tree: tree.changed.update(dict.fromkeys(skeletons.make(tree.root, kind, name)))


def replace(name: str, old: str, new_text: str) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        assert old in tree.text(name), f"{name} no longer has {old}"
        tree.write(name, tree.text(name).replace(old, new_text, 1))

    return run


def each(*steps: Callable[[Tree], None]) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        for step in steps:
            step(tree)

    return run


def words(file: str, before: str, line: str) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        for locale in LOCALES:
            tree.put(f"{CONTENT}/text/{locale}/{file}.toml", before, line)

    return run


def texts(category: str, locale: str) -> Callable[[Tree], None]:
    """Write texts to learn from: one is enough for the check; the unit tests want more."""

    def run(tree: Tree) -> None:
        for name in ("tuning", "test", "exam"):
            path = f"tests/fixtures/triage/{name}.{locale}.tsv"
            old = tree.text(path) if (tree.root / path).exists() else "right\ttext\n"
            tree.write(path, f"{old}{category}\tThey want to see my passport\n")

    return run


def all_texts(tree: Tree) -> None:
    """Write, for the new language, a text of every category."""
    for category in tree.toml(f"{CONTENT}/categories.toml")["categories"]:
        texts(category, "ar")(tree)


def placeholders(tree: Tree) -> None:
    for locale in LOCALES:
        file = f"{CONTENT}/text/{locale}/redact/words.toml"
        written = tree.text(file)
        tree.write(file, written.replace('\niban = "[', '\npassport = "[passport]"\niban = "[', 1))


def findings(tree: Tree) -> None:
    for locale in LOCALES:
        name = '[findings.passport]\nname = "Passport"'
        tree.append(f"{CONTENT}/text/{locale}/redact.toml", name)


MODEL = "py/guide/ids.py"
WIRE = "py/guide/protocol/wire.py"
VIEW = "py/guide/screens/view.py"
EFFECTS = "extension/popup/effects.js"
RECIPES = [
    Recipe(
        "A category",
        new("category", "age_check"),
        (
            "py/guide/content/triage/topic_model.toml: categories lacks age_check",
            *(
                f"py/guide/content/text/{locale}/{file}: {key}age_check"
                for locale in ("he", "en")
                for file, key in (
                    ("categories.toml", "categories."),
                    ("question.toml", "question.options."),
                )
            ),
            "py/guide/templates/icons.html.j2: line",
            "tests/fixtures/triage/tuning.he.tsv: no text is of age_check",
            "tests/fixtures/triage/exam.en.tsv: no text is of age_check",
        ),
        each(
            texts("age_check", "he"),
            texts("age_check", "en"),
            new("topic", "passport_wanted"),
            replace(
                f"{CONTENT}/topics/passport_wanted.toml",
                'category = "other"',
                'category = "age_check"',
            ),
        ),
    ),
    Recipe(
        "A topic",
        new("topic", "lost_hat"),
        (
            "py/guide/content/topics/lost_hat.toml: search is still to be written",
            *(
                f"py/guide/content/text/{locale}/topics/lost_hat.toml: name is still to be written"
                for locale in ("he", "en")
            ),
        ),
        each(),
    ),
    Recipe(
        "A route",
        new("route", "consumer_xx"),
        (
            "py/guide/content/routes/consumer_xx.toml: address is empty",
            "py/guide/content/text/he/routes/consumer_xx.toml: name is still to be written",
        ),
        each(
            replace(f"{CONTENT}/routes/consumer_xx.toml", 'address = ""', 'address = "contact"'),
            replace(f"{CONTENT}/routes/consumer_xx.toml", 'source = ""', 'source = "contact"'),
            replace(f"{CONTENT}/routes/consumer_xx.toml", "2000-01-01", "2026-11-27"),
        ),
    ),
    Recipe(
        "A field",
        new("field", "seat_count"),
        (
            "py/guide/content/fields.toml: nothing leads to seat_count",
            "py/guide/content/text/he/fields.toml: fields.seat_count.label",
            "py/guide/content/text/en/fields.toml: fields.seat_count.label",
        ),
        replace(f"{CONTENT}/categories.toml", 'helpful = ["', 'helpful = ["seat_count", "'),
    ),
    Recipe(
        "An advice",
        new("advice", "ask_the_shop"),
        (
            "py/guide/content/advice.toml: nothing leads to ask_the_shop",
            "py/guide/content/text/he/advice.toml: advice.ask_the_shop.title",
        ),
        replace(f"{CONTENT}/categories.toml", 'first = ["', 'first = ["ask_the_shop", "'),
    ),
    Recipe(
        "A fact",
        new("fact", "chat_language"),
        (
            "py/guide/content/text/he/facts.toml: facts.chat_language is still to be written",
            "py/guide/content/text/en/facts.toml: facts.chat_language is still to be written",
        ),
        replace(
            f"{CONTENT}/facts.toml",
            'chat_language = { checked = 2000-01-01, sure = "own" }',
            'chat_language = { source = "contact", checked = 2026-11-27, sure = "copy" }',
        ),
    ),
    Recipe(
        "A letter",
        new("letter", "thanks_note"),
        (
            "py/guide/content/text/he/letters.toml: kinds.thanks_note.name",
            "py/guide/content/text/en/letters/thanks_note.default.txt.j2: line 1",
        ),
        each(),
    ),
    Recipe(
        "A channel",
        new("channel", "github_issue"),
        ("py/guide/content/text/he/channels.toml: channels.github_issue.name",),
        each(),
    ),
    Recipe(
        "A screen",
        new("screen", "whats_next"),
        ("py/guide/content/text/en/screens.toml: screens.whats_next",),
        each(),
    ),
    Recipe(
        "A page of its own",
        replace("py/guide/surroundings.py", '"news"]', '"news", "handbook"]'),
        (
            "py/guide/screens/view.py: PAGES lacks handbook, which Surface in surroundings.py has",
            "py/guide/protocol/wire.py: OpenPage.surface lacks handbook",
            "py/packager/shell_part/prerender.py: SURFACES lacks handbook",
            "extension/popup/effects.js: PAGES lacks handbook",
            "py/guide/templates/handbook.html.j2 is missing",
            "py/guide/content/text/he/screens.toml and py/guide/content/text/en/screens.toml",
        ),
        each(
            lambda tree: tree.put(VIEW, r'    "diagnostics": ', '    "handbook": options.context,'),
            replace(WIRE, '"welcome", "news"', '"welcome", "news", "handbook"'),
            replace(
                "py/packager/shell_part/prerender.py",
                '"news")',
                '"news", "handbook")',
            ),
            replace(EFFECTS, '"news"]', '"news", "handbook"]'),
            lambda tree: tree.write(
                "py/guide/templates/handbook.html.j2",
                tree.text("py/guide/templates/options.html.j2"),
            ),
            words("screens", "diagnostics = ", 'handbook = "Handbook"'),
        ),
    ),
    Recipe(
        "An effect",
        each(
            lambda tree: tree.put(WIRE, r"type Effect", "REMIND"),
            replace(
                WIRE,
                "REMIND\n",
                "@dataclass(frozen=True, slots=True)\nclass Remind:\n"
                '    """Remind."""\n\n    kind: Literal["remind"]\n\n\n',
            ),
            replace(WIRE, "    | Wipe\n", "    | Wipe\n    | Remind\n"),
        ),
        ("extension/contract.d.ts is stale; run: uv run build.py --renew",),
        replace(EFFECTS, "copy, open, page,", "copy, open, page, remind: open,"),
    ),
    Recipe(
        "A kind of secret",
        replace("py/guide/redact/redaction.py", '"national_id", ', '"national_id", "passport", '),
        (
            "py/guide/content/text/he/redact/words.toml: placeholders lacks passport",
            "py/guide/content/text/en/redact/words.toml: placeholders lacks passport",
            "py/guide/content/text/he/redact.toml and py/guide/content/text/en/redact.toml",
        ),
        each(placeholders, findings),
    ),
    Recipe(
        "A permission",
        replace("extension/manifest.toml", '["storage", ', '["storage", "idle", '),
        (
            "py/guide/content/text/he/privacy.toml: privacy.permissions.points lacks idle",
            "py/guide/content/text/en/privacy.toml: privacy.permissions.points lacks idle",
        ),
        words("privacy", "offscreen = ", 'idle = "To wait for you."'),
    ),
    Recipe(
        "Something stored",
        replace(
            "py/guide/model.py",
            '    story: str = ""\n',
            '    story: str = ""\n    mood: str = "calm"\n',
        ),
        ("tests/fixtures/states/shape.json is stale; run: uv run build.py --renew",),
        each(),
    ),
    Recipe(
        "Raise Pyodide",
        replace("extension/package.json", '"pyodide": "0.29.5"', '"pyodide": "0.29.6"'),
        (
            "extension/package-lock.json does not lock pyodide 0.29.6",
            "py/packager/supply/components.toml does not have pkg:npm/pyodide@0.29.6",
            "py/packager/supply/pins.toml does not have pyodide 0.29.6",
        ),
        each(
            replace("py/packager/supply/components.toml", "pyodide@0.29.5", "pyodide@0.29.6"),
            replace("py/packager/supply/pins.toml", "pyodide 0.29.5", "pyodide 0.29.6"),
            replace(
                "extension/package-lock.json",
                '"node_modules/pyodide": {\n      "version": "0.29.5"',
                '"node_modules/pyodide": {\n      "version": "0.29.6"',
            ),
        ),
    ),
    Recipe(
        "A language",
        new("language", "ar"),
        (
            "py/guide/content/languages.toml: languages.ar.name is still to be written",
            "py/guide/content/text/ar/advice.toml: ",
            "py/guide/content/text/ar/letters/thanks.txt.j2: ",
            "py/guide/content/text/ar/triage/denials.toml: ",
            "py/guide/content/text/ar/redact/words.toml: ",
            "py/guide/content/text/ar/sender_check.toml: ",
            "tests/fixtures/triage/tuning.ar.tsv is missing",
        ),
        all_texts,
    ),
]
