/** Which functions the code of a function calls by name, that is directly. Knows nothing of Pyodide. */
import { Reader } from "./sections.mjs";

const CALLS = new Set([0x10, 0x12, 0xd2]); // call, return_call, ref.func
const NOTHING = () => {};
const SKIP = (reader) => reader.skip();
const TWICE = (reader) => (reader.skip(), reader.skip());
const LABELS = (reader) => (reader.many(() => reader.skip()), reader.skip());

/** What stands behind each operation, where it is not nothing. */
const BEHIND = new Map([
  ...[0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x18].map((op) => [op, SKIP]), // blocks, exceptions, branches
  [0x0e, LABELS], // br_table
  [0x11, TWICE], [0x13, TWICE], // calls through the table
  [0x1c, (reader) => reader.many(() => reader.skip())], // select with types
  ...range(0x20, 0x26).map((op) => [op, SKIP]), // locals, globals, tables
  ...range(0x28, 0x3e).map((op) => [op, TWICE]), // loads and stores
  ...[0x3f, 0x40, 0x41, 0x42, 0xd0].map((op) => [op, SKIP]), // size of memory; whole numbers; ref.null
  [0x43, (reader) => reader.take(4)], [0x44, (reader) => reader.take(8)], // floats
  [0xfc, bulk],
]);
const KNOWN = new Set([
  ...BEHIND.keys(), ...CALLS, 0x00, 0x01, 0x05, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1, ...range(0x45, 0xc4),
]);

/** Copying and filling of memories and tables, and conversions that do not trap. */
function bulk(reader) {
  const operation = reader.number();
  if (operation < 8) return;
  reader.skip();
  if ([8, 10, 12, 14].includes(operation)) reader.skip();
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/**
 * The indices of the functions that a body calls directly, or refers to.
 * Throws at an operation that is not known, as what follows could not be read.
 */
export function callsOf(body) {
  const reader = new Reader(body);
  const found = new Set();
  reader.many(() => TWICE(reader)); // The declared locals.
  while (!reader.done) {
    const operation = reader.byte();
    if (!KNOWN.has(operation)) throw new Error(`operation ${operation.toString(16)} is not known`);
    if (CALLS.has(operation)) found.add(reader.number());
    else (BEHIND.get(operation) ?? NOTHING)(reader);
  }
  return found;
}
