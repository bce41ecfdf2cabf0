/**
 * See that the guide does the same with the code that was cut as with the code that was released.
 *
 *     node gate.mjs FOLDER OUTPUT
 *
 * FOLDER holds the npm package's files, what make_engine.mjs and make_snapshot.mjs have made, content.bin and
 * lock.json. The heap is restored three times, as a popup does it, and each Python goes through the build's
 * visit; then the three heaps must be the same bytes. OUTPUT gets their digest.
 */
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { takeOverLinking } from "../../../extension/engine/pyodide-link.js";
import { allCode } from "../../../extension/engine/all-code.js";
import { writePages } from "../../../extension/engine/stored-pages.js";
import { loaderIn } from "../python_part/loader.mjs";
import { used } from "./names.mjs";

const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const WASM_PAGE = 65536;
const MOST_WASM_PAGES = 65536;

const [folder, output] = process.argv.slice(2);
const file = (name) => readFile(`${folder}/${name}`);
const json = async (name) => JSON.parse(await file(name));

/** The digest of the heap after the visit, with this code. */
async function visited(load, wasm, { head, linked, names }) {
  const memory = new WebAssembly.Memory({ initial: head.bytes / WASM_PAGE, maximum: MOST_WASM_PAGES });
  const [pages, image, shelf] = await Promise.all(["snapshot.bin", "linked.bin", "content.bin"].map(file));
  const python = await new Promise((resolve, reject) => {
    takeOverLinking({
      wasm: WebAssembly.compile(wasm),
      names,
      memory,
      prepare: () => void (names || writePages(new Uint8Array(memory.buffer), linked, image)),
      stage() {},
      linked({ HEAPU8 }, api) {
        writePages(HEAPU8, head, pages);
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

const { CODE } = await import(pathToFileURL(`${folder}/engine-files.js`).href);
const [released, hot, rest] = await Promise.all(["pyodide.asm.wasm", "hot.wasm", "rest.bin"].map(file));
const exports = WebAssembly.Module.exports(await WebAssembly.compile(released));
const functions = exports.filter(({ kind }) => kind === "function").map(({ name }) => name);
const given = { head: await json("snapshot.json"), linked: CODE.linked, names: null };
const load = await loaderIn(folder, await json("lock.json"));
const names = used(functions, String(await file("pyodide.asm.js")));
const wanted = await visited(load, released, { ...given, names });
const withAll = await visited(load, allCode(hot, CODE.rest.from, rest), given);
const withHot = await visited(load, hot, given).catch(asStale);
if (withAll !== wanted) throw new Error("with all code the visit leaves another heap than with the module as released");
if (withHot !== wanted) throw new Error("with hot.wasm the visit leaves another heap than with the module as released");
await writeFile(`${output}/same-heap.txt`, `${wanted}\n`);
