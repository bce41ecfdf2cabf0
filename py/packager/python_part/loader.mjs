/** Pyodide's loader under Node, with nothing in it that differs from day to day or machine to machine. */
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import "./node_host.mjs";

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

/** The loader of the Pyodide in a folder, as a function of further options. */
export async function loaderIn(folder, lock = { packages: {} }) {
  standStill();
  const base = pathToFileURL(`${folder}/`);
  const { loadPyodide } = await import(new URL("pyodide.mjs", base).href);
  await import(new URL("pyodide.asm.js", base).href);
  const options = {
    indexURL: folder,
    packageBaseUrl: folder,
    stdLibURL: `${folder}/python.zip`,
    lockFileContents: lock,
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
  };
  return (more) => loadPyodide({ ...options, ...more });
}
