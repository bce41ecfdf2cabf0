/**
 * Join each script of the extension with all that it imports into one file.
 *
 *     node bundle.mjs EXTENSION MADE OUTPUT ENTRY...
 *
 * EXTENSION has the modules and node_modules, MADE those modules that the build has made. An entry
 * that another one imports stays a file of its own, and so do the libraries, which ship as released.
 */
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const [extension, made, output, ...entries] = process.argv.slice(2);
const { rollup } = createRequire(join(extension, "package.json"))("@rollup/wasm-node");
const MADE = new Set(["addresses.js"]);
const RELEASED = /^\.\/(?:engine\/|idiomorph\.esm\.js$)/;

/** By their own names, as they lie beside each other in the extension. */
const places = {
  name: "places",
  resolveId(name, from) {
    if (!from) return null;
    const own = entries.includes(basename(name));
    if (own || RELEASED.test(name)) return { id: name, external: true };
    return join(MADE.has(basename(name)) ? made : dirname(from), basename(name));
  },
};

for (const entry of entries) {
  const joined = await rollup({
    input: join(extension, entry),
    plugins: [places],
    onwarn: ({ message }) => { throw new Error(`${entry}: ${message}`); },
  });
  const { output: files } = await joined.write({ dir: output, format: "es" });
  if (files.length !== 1) throw new Error(`${entry} imports a script later on that is no entry: ${files[1].fileName}`);
}
