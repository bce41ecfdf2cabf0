/** Which exports of Pyodide's module its loader's script uses. */

// What make_snapshot.mjs calls beside them.
const OWN_NAMES = ["sbrk", "PyMem_RawMalloc", "PyMem_RawFree"];
const HANDED_OUT = /(?:var \w+=)?(?:Module\["\w+"\]=)*wasmExports\["\w+"\]/g;

/**
 * Of a module's exported functions, by name, those that a script uses. The script mentions each export
 * once to hand it out to whoever may want it; those that it mentions beside that, it wants itself.
 */
export function used(functions, script) {
  const words = new Set([...script.replaceAll(HANDED_OUT, "").match(/\w+/g), ...OWN_NAMES]);
  return functions.filter((name) => words.has(name) || words.has(`_${name}`));
}
