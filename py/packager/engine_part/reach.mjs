/**
 * Watch which functions of Pyodide's module the guide reaches, and write them down.
 *
 *     node reach.mjs EXTENSION OUTPUT < REQUESTS
 *
 * EXTENSION is the built one with the code as released (build.py --full-engine); a line of REQUESTS is what
 * the door is asked. The package's own engine.js starts Python and asks, with a module that notes its calls.
 * Python also goes through the build's visit, and through what text, numbers and collections can do:
 * a guide that is changed asks other things of them. OUTPUT is reached.json: the digest of the module, and
 * the functions as stretches of neighbours, [[first, how many], ...].
 */
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { read } from "../python_part/node_host.mjs";
import { EXERCISE } from "./exercise.mjs";
import { called, forget, instrumented } from "./instrument.mjs";

const MODULE = "pyodide.asm.wasm";

/** Have the instance of an instrumented module kept, and what belongs to Python: the engine shows neither. */
function watch() {
  const seen = {};
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    if (made.exports && called(made.exports)) seen.exports = made.exports;
    return made;
  };
  let noted;
  Object.defineProperty(globalThis, "_createPyodideModule", {
    get: () => noted,
    set: (link) => void (noted = (settings) => ((seen.api = settings.API), link(settings))),
  });
  return seen;
}

const [folder, output] = process.argv.slice(2);
const released = await readFile(`${folder}/engine/${MODULE}`);
const noting = instrumented(released);
const headers = { "content-type": "application/wasm" };
const base = pathToFileURL(`${folder}/`);
const seen = watch();
const { startEngine } = await import(new URL("engine.js", base));
const engine = await startEngine({
  base,
  read: (url) => (url.pathname.endsWith(MODULE) ? new Response(noting, { headers }) : read(url)),
});
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) await engine.turn(line);
if (engine.path !== "snapshot") throw new Error(`a request could not be answered from the heap: ${engine.problem}`);
const python = seen.api.public_api;
python.pyimport("guide.warm_up").warm();
const reached = new Set(called(seen.exports));
// To compile the text reaches what no turn does.
python.runPython(EXERCISE);
const exercise = python.globals.get("exercise");
forget(seen.exports);
exercise();
for (const one of called(seen.exports)) reached.add(one);

const stretches = [];
for (const one of [...reached].sort((a, b) => a - b)) {
  const last = stretches.at(-1);
  if (last && last[0] + last[1] === one) last[1] += 1;
  else stretches.push([one, 1]);
}
const sha256 = crypto.createHash("sha256").update(released).digest("hex");
const lines = stretches.map((stretch) => JSON.stringify(stretch));
const rows = Array.from({ length: Math.ceil(lines.length / 12) }, (_, n) => lines.slice(12 * n, 12 * n + 12).join(","));
await writeFile(output, `{"sha256": "${sha256}", "reached": [\n${rows.join(",\n")}\n]}\n`);
process.exit(0);
