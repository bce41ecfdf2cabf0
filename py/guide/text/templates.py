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

    def compile_all(self, environment: Environment) -> dict[str, bytes]:
        """Return the code of every template, as `code` holds it. Raises jinja2.TemplateError."""
        texts = self.mapping.items()
        made = {name: environment.compile(text, name) for name, text in texts}
        return {
            f"{self._folder}/{name}": marshal.dumps(code, MARSHAL_VERSION)
            for name, code in made.items()
        }


def compiled(environment: Environment) -> dict[str, bytes]:
    """Return the code of an environment's templates, by folder and name."""
    return cast("Loader", environment.loader).compile_all(environment)
