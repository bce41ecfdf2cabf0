/**
 * Take out of the script that links Pyodide's module what nobody calls.
 *
 *     node shake.mjs FOLDER OUTPUT
 *
 * FOLDER holds the npm package's files, as released; the folder OUTPUT gets pyodide.asm.js. A third of it stays: as released
 * it offers whatever a program in C may ask a browser for (OpenGL, SDL), and hands out each of the module's
 * exports under further names. A browser has to read all of that before any Python runs. Taken out, by their
 * places in the syntax tree, are
 *     what is offered to the module, where the module does not import it
 *     a name under which something is handed out, `Module["x"] = x`, where nobody asks for it by that name
 * Nothing refers to the rest then, and Rollup leaves it out. What stays is as it was.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { UNUSED } from "../../../extension/engine/pyodide-link.js";
import { Program } from "./cut.mjs";
import { used } from "./names.mjs";

const require = createRequire(new URL("../../../extension/package.json", import.meta.url));
const { rollup } = require("@rollup/wasm-node");
const { parseAst } = require("@rollup/wasm-node/parseAst");
const SCRIPT = "pyodide.asm.js";
// What extension/engine asks of it.
const OWN_NAMES = ["HEAPU8"];
// Rollup keeps all that is in sight of code made of text. No policy of an extension lets a text become code anyway.
const NO_EVAL = "(0,eval)";

async function main([folder, output]) {
  const [script, loader] = await Promise.all([SCRIPT, "pyodide.mjs"].map((name) => readFile(`${folder}/${name}`, "utf8")));
  const module = await readFile(`${folder}/pyodide.asm.wasm`);
  const exported = new Set(used(new Program(module).functions, script));
  const less = without(script, unasked(script, loader, await importedBy(module), exported));
  const one = { name: "one", resolveId: (id) => ({ id, external: id !== SCRIPT }), load: () => less };
  const made = await rollup({ input: SCRIPT, plugins: [one], onwarn({ message }) { throw new Error(message); } });
  const { output: [{ code }] } = await made.generate({ format: "es" });
  await writeFile(`${output}/${SCRIPT}`, code);
}

/** The names of what a module imports, but for that to which pyodide-link.js gives no place in the table. */
async function importedBy(wasm) {
  const all = WebAssembly.Module.imports(await WebAssembly.compile(wasm));
  return new Set(all.filter(({ module, name }) => module !== "GOT.func" || !UNUSED.test(name)).map(({ name }) => name));
}

/** Text without some stretches, {start, end, instead}. */
function without(text, stretches) {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  const begins = [0, ...sorted.map(({ end }) => end)];
  return begins.map((begin, n) => text.slice(begin, sorted[n]?.start) + (sorted[n]?.instead ?? "")).join("");
}

/**
 * The stretches of a script that come out, or are replaced. `loader` is the text of the other script, which starts it; the
 * names are of what the module imports, and of those of its exports that are used.
 */
function unasked(script, loader, imported, exported) {
  const [given, found, variables] = [[], [], new Set()];
  const names = new Set([...loader.match(/\w+/g), ...OWN_NAMES]);
  visit(parseAst(script), (node) => {
    const out = handedOut(node);
    if (out) return void given.push({ ...node, ...out });
    for (const name of namesIn(node)) names.add(name);
    if (node.type === "Identifier") variables.add(node.name);
    if (node.type === "CallExpression" && node.callee.name === "eval") found.push({ ...node.callee, instead: NO_EVAL });
    if (node.id?.name !== "wasmImports") return node;
    const surplus = node.init.properties.filter(({ key }) => !imported.has(key.name ?? key.value));
    found.push(...surplus.map(({ start, end }) => ({ start, end: end + (script[end] === "," ? 1 : 0) })));
  });
  const asked = ({ of, under, variable }) => (of ? exported.has(of) : variables.has(variable) || under.some((name) => names.has(name)));
  return [...found, ...given.filter((one) => !asked(one))];
}

/** Look at each node, and below it where `see` returns something. */
function visit(node, see) {
  if (!see(node)) return;
  for (const below of Object.values(node).flat()) if (below?.type) visit(below, see);
}

/** The names that a node mentions, other than variables'. */
function namesIn({ type, computed, property, key, value }) {
  if (type === "MemberExpression" && !computed) return [property.name];
  if (type === "Property") return [key.name ?? key.value];
  return type === "Literal" && typeof value === "string" ? [value] : [];
}

/**
 * Of a statement `Module["a"] = Module["b"] = x`, also one that declares a variable: the names it hands x out `under`,
 * the `variable`, and of which export, if it is one. Of any other, null.
 */
function handedOut({ type, declarations, expression }) {
  const declared = type === "VariableDeclaration" && declarations.length === 1 ? declarations[0] : null;
  const under = [];
  let from = declared ? declared.init : type === "ExpressionStatement" ? expression : null;
  for (; from?.type === "AssignmentExpression" && isOf(from.left, "Module"); from = from.right) under.push(from.left.property.value);
  if (!under.length) return null;
  const variable = declared?.id.name ?? "";
  if (isOf(from, "wasmExports")) return { under, variable, of: from.property.value };
  return from.type === "Identifier" || typeof from.value === "number" ? { under, variable, of: "" } : null;
}

/** Whether this is `object["name"]`. */
const isOf = ({ type, object, computed, property }, name) =>
  type === "MemberExpression" && object.name === name && computed && property.type === "Literal";

await main(process.argv.slice(2));
