/** A module of which only some functions keep their code. Knows nothing of Pyodide. */
import { callsOf } from "./calls.mjs";
import * as wasm from "./sections.mjs";

const START = 8;
const ELEMENT = 9;
const ACTIVE = 0; // The one kind of segment of a table that is read here.
const END = 0x0b;
// Code without locals: one that stops at once, by a trap, and one that does nothing.
export const TRAP = Buffer.of(0, 0x00, END);
const NOTHING = Buffer.of(0, END);

/** A module, its code and who calls whom; functions are counted from the first that is not imported. */
export class Program {
  constructor(bytes) {
    this.sections = wasm.read(bytes);
    this.bodies = wasm.bodiesOf(this.sections);
    this.exports = wasm.exportsOf(this.sections);
    this.imported = wasm.imported(this.sections).func;
  }

  /** The names of the functions that are exported. */
  get functions() {
    return this.exports.filter(({ kind }) => kind === "func").map(({ name }) => name);
  }

  /** All that these functions can reach by calling each other directly, they themselves included. */
  reachable(from) {
    const found = new Set(from);
    const open = [...found];
    while (open.length) {
      for (const called of this.own(callsOf(this.bodies[open.pop()]))) {
        if (!found.has(called)) open.push(called);
        found.add(called);
      }
    }
    return found;
  }

  /** The functions that can be called from outside or through the table, if only `names` are exported. */
  roots(names) {
    const exported = this.exports.filter(({ name, kind }) => kind === "func" && names.has(name));
    return [...this.start, ...this.own([...exported.map(({ index }) => index), ...this.inTable()])];
  }

  /** The function that runs as soon as there is an instance. */
  get start() {
    return this.own([new wasm.Reader(wasm.section(this.sections, START)).number()]);
  }

  inTable() {
    const reader = new wasm.Reader(wasm.section(this.sections, ELEMENT));
    return reader.many(() => {
      if (reader.number() !== ACTIVE) throw new Error("the table is filled in a way that is not known");
      while (reader.byte() !== END); // Where in the table.
      return reader.many(() => reader.number());
    }).flat();
  }

  own(indices) {
    return Array.from(indices, (index) => index - this.imported).filter((index) => index >= 0);
  }

  /**
   * The module without its data, with the code of the functions `kept`, exporting `names` only. What is
   * called `done` has nothing left to do; whatever else is called traps.
   */
  cut(kept, names, done) {
    const exports = this.exports.filter(({ name, kind }) => kind === "func" && names.has(name));
    const over = this.own(exports.filter(({ name }) => name === done).map(({ index }) => index));
    const bodies = this.bodies.map((body, n) => over.includes(n) ? NOTHING : kept.has(n) ? body : TRAP);
    return wasm.write(wasm.changed(this.sections, {
      [wasm.EXPORT]: wasm.exportSection(exports),
      [wasm.CODE]: wasm.codeSection(bodies),
      [wasm.DATA]: null,
      [wasm.DATA_COUNT]: null,
    }));
  }

  /** The bodies of some functions as a section of code without its head; the others have none. */
  bodiesAlone(some) {
    return wasm.codeSection(this.bodies.map((body, n) => (some.has(n) ? body : Buffer.of())));
  }
}

/** Where a module's section of code begins, which must be its last. */
export function codeAt(module) {
  const last = wasm.read(module).at(-1);
  if (last.id !== wasm.CODE) throw new Error("the module does not end with its code");
  return module.length - wasm.sized(last.body).length - 1;
}
