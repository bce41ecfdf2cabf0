/** Print the magic number of Pyodide's bytecode, in hex: `node ask_bytecode.mjs FOLDER`. */
import "./node_host.mjs";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder });
console.log(python.runPython("import importlib.util; importlib.util.MAGIC_NUMBER.hex()"));
