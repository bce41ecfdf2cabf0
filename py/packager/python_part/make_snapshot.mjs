/**
 * Boot the compiled archive, do once what every turn needs, and keep the heap.
 *
 *     node make_snapshot.mjs FOLDER OUTPUT [PAGE]
 *
 * FOLDER holds pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm, python.zip with sitecustomize in it,
 * content.bin and lock.json. The folder OUTPUT gets snapshot.json and snapshot.bin, which extension/engine/engine.js describes. The same input
 * gives the same bytes: entropy and clock stand still while Python boots.
 */
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import { takeOverLinking } from "../../../extension/engine/pyodide-link.js";
import "./node_host.mjs";

const PREPARE = `
import gc, importlib, sitecustomize, zipimport
importlib.import_module("guide.warm_up").warm()
importlib.import_module("random")
importlib.import_module("jinja2.debug")  # Imported only when a template fails.
sitecustomize.close()
# The archive that ships is not the one from which this heap is made.
zipimport._zip_directory_cache.clear()
del importlib, sitecustomize, zipimport
gc.collect()
`;
// The same visit once more, in the restored heap: whoever imports something now would do so in a turn.
const REPLAY = `
import sys
from guide import warm_up

class NoFinder:
    @staticmethod
    def find_spec(name, *_):
        raise SystemExit(f"{name} is imported in a turn: have warm_up.VISIT pass there")

sys.meta_path.insert(0, NoFinder)
warm_up.warm()
`;
// What `scrub` calls; nothing else here or in the loader's script does.
const OWN_NAMES = ["sbrk", "PyMem_RawMalloc", "PyMem_RawFree"];
const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const LARGEST_FREE = 65536;
const SMALLEST_FREE = 16;

/** Quiet every source of entropy, time and place that Python's start reaches. */
function standStill() {
  process.argv.splice(1, Infinity, "python"); // Python keeps the path of its program.
  crypto.randomFillSync = (view) => view.fill(7);
  syncBuiltinESMExports();
  const then = Date.UTC(2026, 0, 1);
  Date.now = () => then;
  performance.now = () => 0;
  Math.random = () => 0.5;
}

function fail(reason) {
  throw reason;
}

async function main([folder, output, page = "4096"]) {
  standStill();
  const base = pathToFileURL(`${folder}/`);
  const { loadPyodide } = await import(new URL("pyodide.mjs", base).href);
  const options = {
    indexURL: folder,
    packageBaseUrl: folder,
    stdLibURL: `${folder}/python.zip`,
    lockFileContents: JSON.parse(await readFile(`${folder}/lock.json`, "utf8")),
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
  };
  const wasm = await WebAssembly.compile(await readFile(`${folder}/pyodide.asm.wasm`));
  const names = used(wasm, await readFile(`${folder}/pyodide.asm.js`, "utf8"));
  await import(new URL("pyodide.asm.js", base).href);
  const linking = { wasm, names, memory: null, stage() {}, reject: fail };
  const load = (more, linked) => {
    takeOverLinking({ ...linking, linked });
    return loadPyodide({ ...options, ...more });
  };
  const python = await load({ _makeSnapshot: true }, () => {});
  python.FS.writeFile(SHELF, await readFile(`${folder}/content.bin`));
  python.runPython(PREPARE);
  scrub(python._module);
  const snapshot = split(python.makeMemorySnapshot());
  let fresh; // The memory as it is just before a snapshot is written: pages that need no bytes.
  const restored = await load({ _loadSnapshot: snapshot.raw }, ({ HEAPU8 }) => void (fresh = HEAPU8.slice()));
  restored.FS.writeFile(SHELF, await readFile(`${folder}/content.bin`));
  restored.runPython(REPLAY);
  const { head, pages } = pack(snapshot, fresh, Number(page));
  head.names = names;
  await writeFile(`${output}/snapshot.json`, `${JSON.stringify(head)}\n`);
  await writeFile(`${output}/snapshot.bin`, pages);
}

/**
 * Write zeros over memory that is free: what was there once would be stored and packed, too.
 *
 * Blocks of falling size are taken until one comes from beyond the end of the heap as it was.
 */
function scrub(module) {
  const { _sbrk: sbrk, _PyMem_RawMalloc: take, _PyMem_RawFree: give } = module;
  const [end, taken] = [sbrk(0), []];
  for (let size = LARGEST_FREE; size >= SMALLEST_FREE; size -= size > 4096 ? 4096 : 16) {
    let place = take(size);
    for (; place + size <= end; place = take(size)) {
      module.HEAPU8.fill(0, place, place + size);
      taken.push(place);
    }
    give(place);
  }
  taken.forEach((place) => give(place));
}

/** Take Pyodide's own format apart: magic, offset of the heap, length of the JSON, 0, build id. */
function split(raw) {
  const words = new Uint32Array(raw.buffer, raw.byteOffset, 12);
  const build = Array.from(words.slice(4), (word) => word.toString(16).padStart(8, "0")).join("");
  const json = new TextDecoder().decode(raw.subarray(48, 48 + words[2]));
  return { raw, build, hiwire: JSON.parse(json), heap: raw.slice(words[1]) };
}

/**
 * The names of the exports that the loader's script uses. It mentions each export once to hand it
 * out to whoever may want it; those that it mentions beside that, it wants itself.
 */
function used(wasm, script) {
  const own = script.replaceAll(/(?:var \w+=)?(?:Module\["\w+"\]=)*wasmExports\["\w+"\]/g, "");
  const words = new Set([...own.match(/\w+/g), ...OWN_NAMES]);
  return WebAssembly.Module.exports(wasm)
    .filter(({ name, kind }) => kind === "function" && (words.has(name) || words.has(`_${name}`)))
    .map(({ name }) => name);
}

/** Choose the pages that must be stored, and tell of them: see extension/engine/engine.js. */
function pack({ heap, build, hiwire }, fresh, page) {
  const runs = stretches(heap, page, (now, at) => !isBlank(now) && !isSame(now, fresh, at));
  const blank = stretches(heap, page, (now, at) => isBlank(now) && !isSame(now, fresh, at));
  const parts = runs.map(([first, count]) => heap.subarray(first * page, (first + count) * page));
  const pages = Buffer.concat(parts);
  const sha256 = crypto.createHash("sha256").update(pages).digest("hex");
  return { head: { build, bytes: heap.length, page, sha256, runs, blank, hiwire }, pages };
}

/** The stretches of neighbouring pages that `wanted` picks, as [first, count]. */
function stretches(heap, page, wanted) {
  const found = [];
  for (let at = 0; at < heap.length; at += page) {
    if (!wanted(heap.subarray(at, at + page), at)) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === at / page) last[1] += 1;
    else found.push([at / page, 1]);
  }
  return found;
}

const ZEROS = Buffer.alloc(65536);

function isBlank(bytes) {
  return Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) === 0;
}

/** Beyond its end, freshly linked memory is zero: the heap has grown since. */
function isSame(bytes, fresh, at) {
  const then = fresh.subarray(at, at + bytes.length);
  return then.length === bytes.length ? Buffer.compare(bytes, then) === 0 : isBlank(bytes);
}

await main([...process.argv.slice(2)]);
