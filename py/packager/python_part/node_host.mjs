/**
 * Node as a host for the engine: for the snapshot, and for tests of the built extension.
 *
 * An extension has no package.json, so Node has to be told that its scripts are modules; and
 * pyodide.asm.js, one of them for browsers, expects CommonJS's names in Node. The loader also
 * asks Node for the package "ws", which only sockets need: it gets an empty one.
 */
import { readFile } from "node:fs/promises";
import { registerHooks } from "node:module";

const NO_SOCKETS = "data:text/javascript,export default {}";
const COMMON_NAMES = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { filename: __filename, dirname: __dirname } = import.meta;
`;

// Node would print the line of the fault, and pyodide.asm.js has lines of a megabyte.
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
});

registerHooks({
  resolve(name, context, next) {
    if (name === "ws") return { url: NO_SOCKETS, format: "module", shortCircuit: true };
    const found = next(name, context);
    return found.url.endsWith(".js") ? { ...found, format: "module" } : found;
  },
  load(url, context, next) {
    const found = next(url, context);
    if (!url.endsWith("/pyodide.asm.js")) return found;
    return { ...found, source: COMMON_NAMES + found.source };
  },
});

/** Read a file: address as fetch would; WebAssembly's streaming compiler wants the type. */
export async function read(url) {
  const type = url.pathname.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(await readFile(url), { headers: { "content-type": type } });
}
