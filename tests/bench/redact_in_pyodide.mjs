// How long Pyodide takes to redact 50,000 characters of the clean texts, in Node:
//
//     uv run node tests/bench/redact_in_pyodide.mjs
//
// The engine is the one that `build.py` installs; the guide is read from its sources.

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "../../extension/node_modules/pyodide/pyodide.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const python = await loadPyodide();
python.mountNodeFS("/repository", root);
python.runPython(`
import sys
sys.path[:0] = ["/repository", "/repository/py"]
from tests.bench import redact
def once(audience, locale):
    text = ("\\n".join(redact.clean(locale, audience)) * 20)[: redact.LONG]
    redact.redaction.find(redact.RULES, text, audience)
`);
// The processor's time: Python's own clock counts in a browser what others take of the machine, too.
for (const audience of ["support", "public"]) {
  const times = ["he", "en"].map((locale) => Math.min(...[1, 2, 3, 4].map(() => taken(audience, locale))));
  console.log(`${audience}: ${Math.max(...times).toFixed(0)} ms per 50000 characters`);
}

/** Milliseconds of one run. */
function taken(audience, locale) {
  const before = process.cpuUsage();
  python.globals.get("once")(audience, locale);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
