/**
 * Start the built engine under Node with something wrong, and tell how it went.
 *
 *     node trial.mjs EXTENSION FILE missing|none|damaged|cut|stuck < requests > report
 *     node trial.mjs EXTENSION MODULE used|imported < requests > report
 *
 * In the second, a turn in the restored heap uses a module that has a stand-in there, or imports one that has none.
 * The report is JSON: {path, problem, responses} or {failed}.
 */
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

import { allCode } from "../../extension/engine/all-code.js";
import { codeAt } from "../../py/packager/engine_part/cut.mjs";
import { read } from "../../py/packager/python_part/node_host.mjs";

const [folder, name, fault] = process.argv.slice(2);
const base = pathToFileURL(`${folder}/`);
const requests = readFileSync(0, "utf8").split("\n").filter(Boolean);

const FAULTS = {
  missing: () => Promise.reject(new Error("staged")),
  none: () => Promise.resolve(new Response("null")),
  stuck: () => new Promise(() => {}),
  damaged: (url) => changed(url, (bytes) => ((bytes[bytes.length >> 1] ^= 1), bytes)),
  cut: (url) => changed(url, (bytes) => bytes.subarray(0, bytes.length >> 1)),
};

// What the door answers by instead, in the restored heap.
const WISHES = {
  used: `import ${name}, guide.door; guide.door.answer = ${name}.anything`,
  imported: `import guide.door; guide.door.answer = lambda _: __import__("${name}")`,
};

const digest = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");

/** A start's code with what was left out of it: what stages the fault needs more than a guide does. */
async function allOfIt() {
  const [hot, rest] = await Promise.all(["hot.wasm", "rest.bin"].map((one) => readFile(new URL(`engine/${one}`, base))));
  const all = allCode(hot, codeAt(hot), rest);
  registerHooks({
    load(url, context, next) {
      const found = next(url, context);
      return url.endsWith("/engine.js") ? { ...found, source: String(found.source).replaceAll(digest(hot), digest(all)) } : found;
    },
  });
  return () => new Response(all, { headers: { "content-type": "application/wasm" } });
}

async function changed(url, change) {
  const response = await read(url);
  const bytes = change(new Uint8Array(await response.arrayBuffer()));
  return new Response(bytes, { headers: response.headers });
}

/** Have each start of Python noted, since the engine shows it to nobody. */
function noteStarts() {
  const starts = [];
  let noted;
  Object.defineProperty(globalThis, "_createPyodideModule", {
    get: () => noted,
    set: (link) => void (noted = (settings) => (starts.push(settings.API), link(settings))),
  });
  return starts;
}

async function trial() {
  const starts = noteStarts();
  const wish = WISHES[fault];
  const all = wish ? await allOfIt() : read;
  const { startEngine } = await import(new URL("engine.js", base));
  const faulty = (url) => (url.pathname.endsWith(`/${name}`) && FAULTS[fault] ? FAULTS[fault](url) : read(url));
  const whole = (url) => (url.pathname.endsWith("/hot.wasm") ? all() : read(url));
  const engine = await startEngine({ base, read: wish ? whole : faulty, patience: 8000 });
  if (wish) starts[0].public_api.runPython(wish);
  const responses = [];
  for (const request of requests) responses.push(JSON.parse(await engine.turn(request)));
  return { path: engine.path, problem: engine.problem, responses };
}

const report = await trial().catch((error) => ({ failed: String(error) }));
process.stdout.write(JSON.stringify(report), () => process.exit(0));
