/**
 * Join each script of the extension with all that it imports into one file.
 *
 *     node bundle.mjs EXTENSION MADE OUTPUT CLASSIC ENTRY...
 *
 * EXTENSION has the modules and node_modules; MADE is JSON, {name: path}, of the modules that the
 * build has made. An ENTRY is a path below EXTENSION; one that another script imports stays a file
 * of its own, and so do the libraries, which ship as released. CLASSIC is JSON, the entries that
 * become classic scripts, for a page to wait for. In OUTPUT all lie side by side under their own names.
 */
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

const [extension, given, output, listed, ...names] = process.argv.slice(2);
const { rollup } = createRequire(join(extension, "package.json"))("@rollup/wasm-node");
const RELEASED = /^\.\/(?:engine\/pyodide\.|idiomorph\.esm\.js$)/;
const made = JSON.parse(given);
const classic = JSON.parse(listed);
const entries = [...classic, ...names].map((name) => resolve(extension, name));

const places = {
  name: "places",
  resolveId(name, from) {
    if (!from) return null;
    if (RELEASED.test(name)) return { id: name, external: true };
    const path = resolve(dirname(from), name);
    if (entries.includes(path)) return { id: `./${basename(path)}`, external: true };
    return made[basename(path)] ?? path;
  },
};

for (const [at, entry] of entries.entries()) {
  const joined = await rollup({
    input: entry,
    plugins: [places],
    onwarn: ({ message }) => { throw new Error(`${entry}: ${message}`); },
  });
  const { output: files } = await joined.write({ dir: output, format: at < classic.length ? "iife" : "es" });
  if (files.length !== 1) throw new Error(`${entry} imports a script later on that is no entry: ${files[1].fileName}`);
}
