// @ts-check
/**
 * How Pyodide is linked: with the module that is being compiled, with only the names that are used,
 * and with what was in its memory before.
 *
 * Private parts of pyodide.asm.js. The build links by the same rules, since a function's place in
 * the table, which the heap knows functions by, depends on the names.
 */

/**
 * @typedef {object} Linking
 * @property {Promise<WebAssembly.Module>} wasm  being compiled, or compiled
 * @property {string[] | null} names  of the exports that scripts use; null for all
 * @property {WebAssembly.Memory | null} memory  to link into, if not one of its own
 * @property {(exports: Record<string, any>, memory: WebAssembly.Memory) => void | Promise<void>} prepare  before
 *   the module's own code runs: a module that has no data gets it now
 * @property {(stage: string) => void} stage  called when instantiated, and when linked
 * @property {(module: {HEAPU8: Uint8Array}, api: any, table: WebAssembly.Table) => void | Promise<void>} linked
 *   before Python begins
 * @property {(reason: unknown) => void} reject  the loader would only warn, and wait for ever
 */

// The many functions of OpenGL, of which each would be wrapped in a module of its own. There is
// nothing to draw on, and nothing in Python calls them: any place that is taken will do.
export const UNUSED = /^emscripten_gl/;
const TAKEN = 1;

// Out here, as what is made in a function can keep all that the function knows.
class Converter {}

/**
 * What pyodide.asm.js left behind, kept here since it is replaced for each start.
 * @type {(settings: any) => Promise<any>}
 */
let link;

/**
 * Let the next link be made by these rules.
 *
 * The loader of its own accord would fetch and compile only after the snapshot has come, copy the
 * heap twice, and give each of ten thousand exports a place in a table that only further libraries
 * read. It leaves all that to us if it believes that there is a WasmOffsetConverter.
 * @param {Linking} linking
 */
export function takeOverLinking({ wasm, names, memory, prepare, stage, linked, reject }) {
  const world = /** @type {any} */ (globalThis);
  link ??= world._createPyodideModule;
  world.WasmOffsetConverter ??= Converter;
  world._createPyodideModule = async (/** @type {any} */ settings) => {
    /** @type {any} */
    let table;
    settings.instantiateWasm = (/** @type {any} */ imports, /** @type {Function} */ done) => {
      instantiate(wasm, imports, names).then(async ({ exports, module }) => {
        stage("instantiated");
        table = imports.env.__indirect_function_table;
        await prepare(exports, imports.env.memory);
        await breath();
        done({ exports }, module);
      }).catch(reject);
      return {};
    };
    if (memory) settings.wasmMemory = memory;
    const module = await link(settings);
    // Python keeps its settings, and they would keep what this start has read.
    delete settings.instantiateWasm;
    world._createPyodideModule = link;
    stage("linked");
    await breath();
    await linked(module, settings.API, table);
    await breath();
    return module;
  };
}

/** @param {Promise<WebAssembly.Module>} wasm @param {any} imports @param {string[] | null} names */
async function instantiate(wasm, imports, names) {
  const module = await wasm;
  imports.sentinel = sentinel();
  forgo(imports["GOT.func"], module);
  const { exports } = await WebAssembly.instantiate(module, imports);
  return { module, exports: Object.fromEntries((names ?? Object.keys(exports)).map((name) => [name, exports[name]])) };
}

/** @param {Record<string, WebAssembly.Global>} table @param {WebAssembly.Module} module */
function forgo(table, module) {
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === "GOT.func" && UNUSED.test(name)) table[name].value = TAKEN;
  }
}

/** The loader's own stand-in where wasm-gc is missing: a value that is equal to itself alone. */
function sentinel() {
  const mark = Symbol("sentinel");
  return { create_sentinel: () => mark, is_sentinel: (/** @type {any} */ it) => it === mark };
}

/** Let the page answer the person between two pieces of work. */
export const breath = () => new Promise((resolve) => setTimeout(resolve));
