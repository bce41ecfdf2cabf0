/**
 * Make of Pyodide's released module the code that a start needs, all of its code, and its memory.
 *
 *     node make_engine.mjs FOLDER OUTPUT [REACHED]
 *
 * FOLDER holds the npm package's files, as released; REACHED is the file of the functions that the guide
 * was seen to reach. The folder OUTPUT gets
 *     hot.wasm         the module with the code that was reached, and all that it calls directly; the rest traps
 *     rest.bin         all other code that anything can reach, see extension/engine/all-code.js
 *     linked.bin       what is in memory once the module is linked: its data, relocated, but for what unread.json has
 *     engine-files.js  what extension/engine/engine.js must know of them
 * hot.wasm exports only what the loader's script uses, and has neither data nor relocations. It is linked
 * here as a popup links it, alone and with all code; and must come to the memory and the table of the released one.
 * Without REACHED there is only engine-files.js, for the module as released.
 */
import crypto from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { allCode } from "../../../extension/engine/all-code.js";
import { takeOverLinking } from "../../../extension/engine/pyodide-link.js";
import { loaderIn } from "../python_part/loader.mjs";
import { blank, stretches } from "../python_part/pages.mjs";
import { Program, codeAt } from "./cut.mjs";
import { used } from "./names.mjs";
import { blankUnread } from "./unread.mjs";

const PAGE = 256;
const MODULE = "pyodide.asm.wasm";
const NO_LIBRARY = import.meta.filename; // Any file: Python is not begun.
const RELOCATES = "__wasm_apply_data_relocs";
const digest = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");

/** Link a module, and go no further. Returns what is in its memory, and which functions are in its table. */
function linkedBy(load, wasm, names, prepare) {
  return new Promise((resolve, reject) => {
    const linked = ({ HEAPU8 }, _, table) => {
      const places = Array.from({ length: table.length }, (_, n) => table.get(n)?.name ?? "");
      resolve({ memory: HEAPU8.slice(), table: places.join() });
      throw new Error("that is all");
    };
    takeOverLinking({ wasm: WebAssembly.compile(wasm), names, memory: null, prepare, linked, stage() {}, reject });
    load({ _loadSnapshot: new Uint8Array(0), stdLibURL: NO_LIBRARY }).catch(reject); // Once it is settled, this changes nothing.
  });
}

/** Make the files that go into the package in the place of the released module. Returns what is to be known. */
async function cut(load, program, released, list, seen) {
  let image; // The memory as the relocations leave it; what runs then is the same with all modules.
  const whole = await linkedBy(load, released, list, (exports, memory) => {
    const relocate = exports[RELOCATES];
    exports[RELOCATES] = () => (relocate(), void (image = new Uint8Array(memory.buffer).slice()));
  });
  blankUnread(image);
  blankUnread(whole.memory);
  const runs = stretches(image, PAGE, (page) => !blank(page));
  const pages = Buffer.concat(runs.map(([first, count]) => image.subarray(first * PAGE, (first + count) * PAGE)));
  const names = new Set(list);
  const reached = seen.flatMap(([first, count]) => Array.from({ length: count }, (_, n) => first + n));
  const hot = program.reachable([...reached, ...program.start]);
  const cold = program.reachable(program.roots(names)).difference(hot);
  const [module, rest] = [program.cut(hot, names, RELOCATES), program.bodiesAlone(cold)];
  const from = codeAt(module);
  const prepare = (_, memory) => new Uint8Array(memory.buffer).set(image);
  for (const [name, code] of [["hot.wasm", module], ["hot.wasm with rest.bin", allCode(module, from, rest)]]) {
    const same = await linkedBy(load, code, null, prepare);
    if (Buffer.compare(same.memory, whole.memory)) throw new Error(`${name} is linked to another memory`);
    if (same.table !== whole.table) throw new Error(`${name} is linked to another table`);
  }
  const linked = { page: PAGE, sha256: digest(pages), runs };
  const files = { "hot.wasm": module, "rest.bin": rest, "linked.bin": pages };
  return { files, code: { file: "hot.wasm", sha256: digest(module), rest: { from, sha256: digest(rest) }, names: null, linked } };
}

async function main([folder, output, reached]) {
  const released = await readFile(`${folder}/${MODULE}`);
  const program = new Program(released);
  const names = used(program.functions, await readFile(`${folder}/pyodide.asm.js`, "utf8"));
  const whole = { files: {}, code: { file: MODULE, sha256: digest(released), rest: null, names, linked: null } };
  const { files, code } = reached ? await cutBy(reached, folder, program, released, names) : whole;
  for (const [name, bytes] of Object.entries(files)) await writeFile(`${output}/${name}`, bytes);
  const text = `/** Made by py/packager/engine_part/make_engine.mjs. */\nexport const CODE = ${JSON.stringify(code)};\n`;
  await writeFile(`${output}/engine-files.js`, text);
}

async function cutBy(file, folder, program, released, names) {
  const { sha256, reached } = JSON.parse(await readFile(file, "utf8"));
  if (sha256 !== digest(released)) throw new Error(`${file} is of another Pyodide; make it anew: build.py --renew --engine`);
  const { info } = JSON.parse(await readFile(`${folder}/pyodide-lock.json`, "utf8"));
  return cut(await loaderIn(folder, { info, packages: {} }), program, released, names, reached);
}

await main(process.argv.slice(2));
