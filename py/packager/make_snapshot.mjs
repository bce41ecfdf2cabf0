/**
 * Boot the compiled archive, do once what every turn needs, and keep the heap.
 *
 *     node make_snapshot.mjs FOLDER OUTPUT [PAGE]
 *
 * FOLDER holds pyodide.mjs, pyodide.asm.js, pyodide.asm.wasm, python.zip and lock.json. OUTPUT is
 * the snapshot file that extension/engine.js describes. The same input gives the same bytes:
 * entropy and clock stand still while Python boots.
 */
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import "./node_host.mjs";

const PREPARE = `
import gc, importlib
importlib.import_module("guide.door").warm()
importlib.import_module("random")
del importlib
gc.collect()
`;
const MAGIC = "SGHEAP1\n";
const LARGEST_FREE = 65536;
const SMALLEST_FREE = 16;

/** Every source of entropy and time that Python's start reaches. */
function standStill() {
  crypto.randomFillSync = (view) => view.fill(7);
  syncBuiltinESMExports();
  const then = Date.UTC(2026, 0, 1);
  Date.now = () => then;
  performance.now = () => 0;
  Math.random = () => 0.5;
}

async function main([folder, output, page = "65536"]) {
  standStill();
  const base = pathToFileURL(`${folder}/`);
  const { loadPyodide } = await import(new URL("pyodide.mjs", base).href);
  const options = {
    indexURL: folder,
    packageBaseUrl: folder,
    stdLibURL: `${folder}/python.zip`,
    lockFileContents: JSON.parse(await readFile(`${folder}/lock.json`, "utf8")),
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
  };
  const python = await loadPyodide({ ...options, _makeSnapshot: true });
  python.runPython(PREPARE);
  scrub(python._module);
  const snapshot = split(python.makeMemorySnapshot());
  const fresh = await freshlyLinked(loadPyodide, options, snapshot.raw);
  await writeFile(output, pack(snapshot, fresh, Number(page)));
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

/** The memory as it is just before a snapshot is written into it: the pages that need no bytes. */
async function freshlyLinked(loadPyodide, options, raw) {
  const link = globalThis._createPyodideModule;
  let fresh;
  globalThis._createPyodideModule = async (settings) => {
    const module = await link(settings);
    fresh = module.HEAPU8.slice();
    return module;
  };
  await loadPyodide({ ...options, _loadSnapshot: raw });
  return fresh;
}

/** Lay out the file: see extension/engine.js. */
function pack({ heap, build, hiwire }, fresh, page) {
  const runs = stretches(heap, page, (now, at) => !isBlank(now) && !isSame(now, fresh, at));
  const blank = stretches(heap, page, (now, at) => isBlank(now) && !isSame(now, fresh, at));
  const head = JSON.stringify({ build, bytes: heap.length, page, hiwire, runs, blank });
  const padded = Buffer.from(head.padEnd(Math.ceil(head.length / 16) * 16));
  const pages = runs.map(([first, count]) => heap.subarray(first * page, (first + count) * page));
  const body = Buffer.concat(pages);
  const front = Buffer.alloc(16);
  front.write(MAGIC);
  front.writeUint32LE(padded.length, 8);
  front.writeUint32LE(checksum(body), 12);
  return Buffer.concat([front, padded, body]);
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

function checksum(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return words.reduce((sum, word) => (((sum << 1) | (sum >>> 31)) + word) | 0, 0) >>> 0;
}

await main(process.argv.slice(2));
