/** A module that notes which of its functions are called. Knows nothing of Pyodide. */
import * as wasm from "./sections.mjs";

const CALLED = "called:";
const I32 = 0x7f;
const MUTABLE = 1;
const SET_TO_ZERO = [0x41, 0, 0x0b]; // i32.const 0, end
const ONE = [0x41, 1]; // i32.const 1
const GLOBAL_SET = 0x24;

/**
 * The same module with one more global for each function, which the function's first step sets to 1.
 * Nothing that is there already gets another index, so a heap made with the one fits the other.
 */
export function instrumented(bytes) {
  const sections = wasm.read(bytes);
  const bodies = wasm.bodiesOf(sections);
  const globals = new wasm.Reader(wasm.section(sections, wasm.GLOBAL));
  const own = globals.number();
  const first = wasm.imported(sections).global + own;
  const marks = bodies.map((_, n) => ({ name: `${CALLED}${n}`, kind: "global", index: first + n }));
  const more = bodies.map(() => Buffer.from([I32, MUTABLE, ...SET_TO_ZERO]));
  return wasm.write(wasm.changed(sections, {
    [wasm.GLOBAL]: Buffer.concat([
      Buffer.from(wasm.number(own + bodies.length)), globals.bytes.subarray(globals.at), ...more,
    ]),
    [wasm.EXPORT]: wasm.exportSection([...wasm.exportsOf(sections), ...marks]),
    [wasm.CODE]: wasm.codeSection(bodies.map((body, n) => noting(body, first + n))),
  }));
}

/** A function's code that notes that it runs. */
function noting(body, global) {
  const reader = new wasm.Reader(body);
  reader.many(() => (reader.skip(), reader.skip()));
  const note = Buffer.from([...ONE, GLOBAL_SET, ...wasm.number(global)]);
  return Buffer.concat([body.subarray(0, reader.at), note, body.subarray(reader.at)]);
}

/** The marks of an instrumented module, by their function's place among the module's own. */
export const marks = (exports) =>
  Object.entries(exports)
    .filter(([name]) => name.startsWith(CALLED))
    .map(([name, mark]) => [Number(name.slice(CALLED.length)), mark]);

/** Which functions were called, null if the module is not instrumented. */
export function called(exports) {
  const all = marks(exports);
  return all.length ? all.filter(([, mark]) => mark.value).map(([place]) => place) : null;
}

/** Begin anew. */
export function forget(exports) {
  for (const [, mark] of marks(exports)) mark.value = 0;
}
