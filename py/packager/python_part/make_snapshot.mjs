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
import { takeOverLinking } from "../../../extension/engine/pyodide-link.js";
import { used } from "../engine_part/names.mjs";
import { loaderIn } from "./loader.mjs";
import { packWords } from "./pack_words.mjs";
import { blank, stretches } from "./pages.mjs";

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
const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const LARGEST_FREE = 65536;
const SMALLEST_FREE = 16;
const LARGEST_NOTE = 12; // Bytes between two blocks: a size, and what rounds the first up to a multiple of 8.

function fail(reason) {
  throw reason;
}

async function main([folder, output, page = "256"]) {
  const wasm = await WebAssembly.compile(await readFile(`${folder}/pyodide.asm.wasm`));
  const exports = WebAssembly.Module.exports(wasm);
  const functions = exports.filter(({ kind }) => kind === "function").map(({ name }) => name);
  const names = used(functions, await readFile(`${folder}/pyodide.asm.js`, "utf8"));
  const loader = await loaderIn(folder, JSON.parse(await readFile(`${folder}/lock.json`, "utf8")));
  const linking = { wasm, names, memory: null, prepare() {}, stage() {}, reject: fail };
  const load = (more, linked) => {
    takeOverLinking({ ...linking, linked });
    return loader(more);
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
  const { head, file } = pack(snapshot, fresh, Number(page));
  await writeFile(`${output}/snapshot.json`, `${JSON.stringify(head)}\n`);
  await writeFile(`${output}/snapshot.bin`, file);
}

/**
 * Write zeros over memory that is free: what was there once would be stored and packed, too.
 *
 * Blocks of falling size are taken until one comes from beyond the end of the heap as it was. Where some lie side by
 * side, they are then taken once more as the one that they were: the allocator's notes of their sizes go, too.
 */
function scrub(module) {
  const { _sbrk: sbrk, _PyMem_RawMalloc: take, _PyMem_RawFree: give, HEAPU8: memory } = module;
  const [end, taken] = [sbrk(0), []];
  for (let size = LARGEST_FREE; size >= SMALLEST_FREE; size -= size > 4096 ? 4096 : 16) {
    let place = take(size);
    for (; place + size <= end; place = take(size)) taken.push([place, place + size]);
    give(place);
  }
  for (const [from, to] of taken) memory.fill(0, from, to);
  for (const [place] of taken) give(place);
  const whole = joined(taken).map(([from, to]) => [take(to - from), to - from]);
  for (const [place, size] of whole) memory.fill(0, place, place + size);
  for (const [place] of whole) give(place);
  memory.fill(0, module.___stack_low, module.stackSave()); // The stack, as far as nobody is on it.
}

/** Blocks as [from, to], with those that only the allocator's own notes part made one; the largest first. */
function joined(blocks) {
  const found = [];
  for (const [from, to] of blocks.toSorted(([one], [other]) => one - other)) {
    if (from - found.at(-1)?.[1] <= LARGEST_NOTE) found.at(-1)[1] = to;
    else found.push([from, to]);
  }
  return found.toSorted((one, other) => other[1] - other[0] - (one[1] - one[0]));
}

/** Take Pyodide's own format apart: magic, offset of the heap, length of the JSON, 0, build id. */
function split(raw) {
  const words = new Uint32Array(raw.buffer, raw.byteOffset, 12);
  const build = Array.from(words.slice(4), (word) => word.toString(16).padStart(8, "0")).join("");
  const json = new TextDecoder().decode(raw.subarray(48, 48 + words[2]));
  return { raw, build, hiwire: JSON.parse(json), heap: raw.slice(words[1]) };
}

/** Choose the pages that must be stored, and tell of them: see extension/engine/engine.js. */
function pack({ heap, build, hiwire }, fresh, page) {
  const runs = stretches(heap, page, (now, at) => !blank(now) && !isSame(now, fresh, at));
  const zeros = stretches(heap, page, (now, at) => blank(now) && !isSame(now, fresh, at));
  const parts = runs.map(([first, count]) => heap.subarray(first * page, (first + count) * page));
  const file = packWords(Buffer.concat(parts));
  const sha256 = crypto.createHash("sha256").update(file).digest("hex");
  return { head: { build, bytes: heap.length, page, sha256, runs, blank: zeros, hiwire }, file };
}

/** Beyond its end, freshly linked memory is zero: the heap has grown since. */
function isSame(bytes, fresh, at) {
  const then = fresh.subarray(at, at + bytes.length);
  return then.length === bytes.length ? Buffer.compare(bytes, then) === 0 : blank(bytes);
}

await main([...process.argv.slice(2)]);
