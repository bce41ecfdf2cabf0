/**
 * Tell which heap the guide's visit leaves, by the code that was cut or by the code as released.
 *
 *     node gate.mjs FOLDER
 *
 * FOLDER holds the npm package's files, what make_snapshot.mjs has made, content.bin and lock.json; and, to go by
 * these, what make_engine.mjs and shake.mjs have made. The heap is restored as a popup does it, and Python goes
 * through the build's visit. Prints JSON, {code: digest of the heap}.
 */
import crypto from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { takeOverLinking } from "../../../extension/engine/pyodide-link.js";
import { allCode } from "../../../extension/engine/all-code.js";
import { writeWords } from "../../../extension/engine/packed-words.js";
import { writePages } from "../../../extension/engine/stored-pages.js";
import { loaderIn } from "../python_part/loader.mjs";
import { used } from "./names.mjs";
import { blankUnread } from "./unread.mjs";

const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const WASM_PAGE = 65536;
const MOST_WASM_PAGES = 65536;

const [folder] = process.argv.slice(2);
const described = `${folder}/engine-files.js`;
const file = (name) => readFile(`${folder}/${name}`);
const json = async (name) => JSON.parse(await file(name));

/** The digest of the heap after the visit, with this code. */
async function visited(load, wasm, { head, linked, names }) {
  const memory = new WebAssembly.Memory({ initial: head.bytes / WASM_PAGE, maximum: MOST_WASM_PAGES });
  const [pages, shelf, image] = await Promise.all(["snapshot.bin", "content.bin", ...(linked ? ["linked.bin"] : [])].map(file));
  const python = await new Promise((resolve, reject) => {
    takeOverLinking({
      wasm: WebAssembly.compile(wasm),
      names,
      memory,
      prepare: () => void (linked && writePages(new Uint8Array(memory.buffer), linked, image)),
      stage() {},
      linked({ HEAPU8 }, api) {
        if (!linked) blankUnread(HEAPU8);
        writeWords(new Uint8Array(pages), memory, head);
        for (const [first, count] of head.blank) HEAPU8.fill(0, first * head.page, (first + count) * head.page);
        api.restoreSnapshot = () => head.hiwire;
      },
      reject,
    });
    load({ _loadSnapshot: new Uint8Array(0) }).then(resolve, reject);
  });
  python.FS.writeFile(SHELF, shelf);
  python.pyimport("guide.warm_up").warm();
  return crypto.createHash("sha256").update(python._module.HEAPU8).digest("hex");
}

/** A trap says nothing of how to go on from it. */
function asStale(error) {
  throw new Error(`code that the visit needs is not in hot.wasm (${error.message}); make reached.json anew: build.py --renew --engine`);
}

/** By the module as released. */
async function whole(load, head) {
  const released = await file("pyodide.asm.wasm");
  const exports = WebAssembly.Module.exports(await WebAssembly.compile(released));
  const functions = exports.filter(({ kind }) => kind === "function").map(({ name }) => name);
  const names = used(functions, String(await file("pyodide.asm.js")));
  return { "the code as released": await visited(load, released, { head, linked: null, names }) };
}

/** By what was made of it. */
async function cut(load, head) {
  const { CODE: { rest: { from }, linked } } = await import(pathToFileURL(described).href);
  const [hot, rest] = await Promise.all(["hot.wasm", "rest.bin"].map(file));
  const given = { head, linked, names: null };
  const withAll = await visited(load, allCode(hot, from, rest), given);
  return { "hot.wasm": await visited(load, hot, given).catch(asStale), "all code": withAll };
}

const load = await loaderIn(folder, await json("lock.json"));
const found = await (existsSync(described) ? cut : whole)(load, await json("snapshot.json"));
process.stdout.write(JSON.stringify(found));
