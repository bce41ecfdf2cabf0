#!/usr/bin/env bash
# A bill of materials that says "incomplete" is read and written again, and no longer says so.
#
# What: PyPI cyclonedx-python-lib 11.12.0 (Bom.from_json, then JsonV1Dot6) on a bill that is valid
#   by the schema of CycloneDX 1.6, before and after, as the library's own strict validator says.
# Seen on 2026-11-30: without an error or a warning go: compositions (here "incomplete"),
#   annotations (who checked what, by hand), formulation (how it was built), declarations; of the
#   components mime-type, modified, modelCard and data; of a dependency "provides". What stays:
#   pedigree, evidence, copyright, properties, and the serial number and version: so two bills that
#   differ have one identity. Every dependency without a list is listed as well, as one that has
#   none.
# Why it matters: tools that add one thing to a bill (a hash, a vulnerability) read and write all of
#   it by this library. "Incomplete" is what tells an auditor not to rely on the list; the note that
#   a person checked it is gone in the same step, and both files are valid.
# We instead: write the bill once, from our own data, and hand it on byte by byte.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq "cyclonedx-python-lib[json-validation]==11.12.0"
cd "$lab"

cat > ask.py <<'PY'
import copy
import json

from cyclonedx.model.bom import Bom
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

valid = JsonStrictValidator(SchemaVersion.V1_6).validate_str
bill = {
    "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
    "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 3,
    "components": [
        {
            "type": "library", "bom-ref": "zlib", "name": "zlib", "version": "1", "modified": True, "mime-type": "text/plain",
            "pedigree": {"notes": "patched"}, "evidence": {"copyright": [{"text": "(c) the authors"}]}, "copyright": "c",
        },
        {"type": "machine-learning-model", "bom-ref": "model", "name": "model", "modelCard": {"modelParameters": {"task": "triage"}}},
        {"type": "data", "bom-ref": "words", "name": "words", "data": [{"type": "dataset", "name": "complaints"}]},
    ],
    "dependencies": [{"ref": "zlib", "dependsOn": ["model"], "provides": ["words"]}],
    "compositions": [{"aggregate": "incomplete", "assemblies": ["zlib"]}],
    "annotations": [{
        "subjects": ["zlib"], "annotator": {"individual": {"name": "A. Person"}}, "timestamp": "2026-11-30T10:00:00Z", "text": "checked",
    }],
    "formulation": [{"components": [{"type": "platform", "name": "ci"}]}],
    "declarations": {"claims": [{"bom-ref": "claim", "target": "zlib", "predicate": "patched"}]},
    "properties": [{"name": "kept", "value": "yes"}],
}
assert valid(json.dumps(bill)) is None
text = JsonV1Dot6(Bom.from_json(copy.deepcopy(bill))).output_as_string()
again = json.loads(text)
assert valid(text) is None
lost = {"the bill": sorted(set(bill) - set(again))}
for before in bill["components"]:
    after = next(one for one in again["components"] if one["name"] == before["name"])
    lost[before["name"]] = sorted(set(before) - set(after))
print(lost, again["dependencies"], sep="\n")
assert lost == {
    "the bill": ["annotations", "compositions", "declarations", "formulation"],
    "zlib": ["mime-type", "modified"], "model": ["modelCard"], "words": ["data"],
}
assert again["dependencies"] == [{"ref": "model"}, {"ref": "words"}, {"ref": "zlib", "dependsOn": ["model"]}]
assert (again["serialNumber"], again["version"]) == (bill["serialNumber"], 3)
PY
venv/bin/python ask.py
