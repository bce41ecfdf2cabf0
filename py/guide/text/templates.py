"""Jinja's templates, as text or as the code that the build has made of it.

    text -> compiled -> code (at the build) -> Loader -> template (in a browser)

Jinja's compiler is as large as all the templates, and works in a hundred short steps: where the
code is there already, neither the compiler nor what it leaves behind has to be in the heap.
"""

import marshal
from collections.abc import Mapping, MutableMapping
from typing import Any, cast

from jinja2 import DictLoader, Environment, Template

# Without references between equal parts: where those are hangs on what else is in memory.
MARSHAL_VERSION = 2

# Code that was made before, by its place and the text it was made of; what is made is added.
type KnownCode = dict[tuple[str, str], bytes]


class Loader(DictLoader):
    """Loads templates by their names; `code`, where it is there, by the folder and the name."""

    def __init__(self, folder: str, texts: Mapping[str, str], code: Mapping[str, bytes]) -> None:
        """Know the templates of this folder."""
        super().__init__(texts)
        self._folder, self._code = folder, code

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's name.
    ) -> Template:
        """Return a template. Raises jinja2.TemplateNotFound."""
        # A dict, where Jinja has a chain of them: each context copies it.
        own = dict(globals or {})
        code = self._code.get(f"{self._folder}/{name}")
        if code is None:
            return super().load(environment, name, own)
        # Our own code, compiled at the build by the same Python and shipped in the extension.
        made = marshal.loads(code)  # noqa: S302
        return environment.template_class.from_code(environment, made, own)

    def compile_all(self, environment: Environment, known: KnownCode) -> dict[str, bytes]:
        """Return the code of every template, as `code` holds it. Raises jinja2.TemplateError."""
        made: dict[str, bytes] = {}
        for name, text in self.mapping.items():
            place = f"{self._folder}/{name}"
            if (place, text) not in known:
                code = environment.compile(text, name)
                known[place, text] = marshal.dumps(code, MARSHAL_VERSION)
            made[place] = known[place, text]
        return made


def compiled(environment: Environment, known: KnownCode) -> dict[str, bytes]:
    """Return the code of an environment's templates, by folder and name."""
    return cast("Loader", environment.loader).compile_all(environment, known)
