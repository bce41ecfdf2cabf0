/**
 * Watch which functions of Pyodide's module the guide reaches, and write them down.
 *
 *     node reach.mjs EXTENSION OUTPUT < REQUESTS
 *
 * EXTENSION is the built one with the code as released (build.py --full-engine); a line of REQUESTS is what
 * the door is asked. The package's own engine.js starts Python and asks, with a module that notes its calls.
 * A Python also goes through the build's visit, and another through what text, numbers and collections can do,
 * since a guide that is changed asks other things of them; and what its types and modules offer counts as reached.
 * OUTPUT is reached.json: the digest of the module, and the functions as stretches of neighbours,
 * [[first, how many], ...]. What is printed says whether more requests would have reached more.
 */
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import { read } from "../python_part/node_host.mjs";
import { Program } from "./cut.mjs";
import { EXERCISE } from "./exercise.mjs";
import { LANGUAGE } from "./exercise_language.mjs";
import { families } from "./families.mjs";
import { called, forget, instrumented, marks } from "./instrument.mjs";

const MODULE = "pyodide.asm.wasm";
const TOLD_AFTER = [0.1, 0.25, 0.5, 1]; // Of the requests.

/** Have the instance of an instrumented module kept, and what belongs to Python: the engine shows neither. */
function watch() {
  const seen = {};
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (module, imports) => {
    const made = await instantiate(module, imports);
    if (made.exports && called(made.exports)) Object.assign(seen, { exports: made.exports, table: imports.env.__indirect_function_table });
    return made;
  };
  let noted;
  Object.defineProperty(globalThis, "_createPyodideModule", {
    get: () => noted,
    set: (link) => void (noted = (settings) => ((seen.api = settings.API), link(settings))),
  });
  return seen;
}

/** Have one module taken for another, of which the engine knows the sum. */
function passOff(module, known) {
  const { subtle } = globalThis.crypto;
  const digest = subtle.digest.bind(subtle);
  const told = (kind, bytes) => digest(kind, bytes.byteLength === module.byteLength ? known : bytes);
  Object.defineProperty(subtle, "digest", { value: told });
}

const [folder, output] = process.argv.slice(2);
const released = await readFile(`${folder}/engine/${MODULE}`);
const program = new Program(released);
const noting = instrumented(released);
passOff(noting, released);
const headers = { "content-type": "application/wasm" };
const base = pathToFileURL(`${folder}/`);
const seen = watch();
const { startEngine } = await import(new URL("engine.js", base));
const start = () =>
  startEngine({ base, read: (url) => (url.pathname.endsWith(MODULE) ? new Response(noting, { headers }) : read(url)) });

/** What Python code may come to that no request does. */
async function beyondRequests() {
  await start();
  const python = seen.api.public_api;
  const offered = program.own(families(python, seen.table));
  // To compile the text reaches what no turn does.
  python.runPython(EXERCISE + LANGUAGE);
  const exercise = python.globals.get("exercise");
  forget(seen.exports);
  exercise();
  return new Set([...offered, ...called(seen.exports)]);
}

/** What the requests reach; says how many of the second half need what the first, and `more`, did not. */
async function reachedBy(requests, more) {
  const engine = await start();
  const half = requests.length >> 1;
  let [outside, trapped, late] = [[], 0, []];
  for (const [n, request] of requests.entries()) {
    await engine.turn(request);
    if (engine.path !== "snapshot") throw new Error(`a request could not be answered from the heap: ${engine.problem}\n${request}`);
    if (n > half) {
      const met = outside.filter(([, mark]) => mark.value);
      for (const [place, mark] of met) late.push(place), (mark.value = 0);
      if (met.length) trapped += 1;
    }
    if (TOLD_AFTER.some((part) => Math.ceil(part * requests.length) === n + 1)) {
      console.log(`   ${n + 1} requests reach ${new Set([...called(seen.exports), ...late]).size} functions`);
    }
    if (n === half) {
      const hot = program.reachable([...called(seen.exports), ...more, ...program.start]);
      outside = marks(seen.exports).filter(([place]) => !hot.has(place));
    }
  }
  console.log(`   ${trapped} requests of the second half would trap in the code kept for the first`);
  seen.api.public_api.pyimport("guide.warm_up").warm();
  return new Set([...called(seen.exports), ...late]);
}

const requests = readFileSync(0, "utf8").split("\n");
const more = await beyondRequests();
const reached = (await reachedBy(requests, more)).union(more);

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
