/**
 * A WebAssembly module as its sections: taken apart, and put together again.
 *
 * As https://webassembly.github.io/spec/core/binary/ has it. A module is an array of {id, body}; what
 * nobody here changes stays the bytes that it was. Knows nothing of Pyodide.
 */
export const IMPORT = 2;
export const FUNCTION = 3;
export const GLOBAL = 6;
export const EXPORT = 7;
export const CODE = 10;
export const DATA = 11;
export const DATA_COUNT = 12;

const MAGIC = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
// The kinds of an import or export, and what each import says of itself after its kind.
export const KINDS = ["func", "table", "memory", "global", "tag"];

/** Reads numbers and names off bytes, one after the other. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number of up to 32 bits. */
  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value >>> 0;
  }

  /** Pass by a number of any size, signed or not. */
  skip() {
    while (this.byte() & 0x80);
  }

  /** Pass by `count` bytes, and return them. */
  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  name() {
    return new TextDecoder().decode(this.take(this.number()));
  }

  /** A vector of what `read` reads. */
  many(read) {
    return Array.from({ length: this.number() }, read);
  }
}

/** The bytes of an unsigned number. */
export function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}

/** The bytes of a vector, each item of which is its bytes. */
export const vector = (items) => Buffer.concat([Buffer.from(number(items.length)), ...items]);

/** Bytes after their length. */
export const sized = (bytes) => Buffer.concat([Buffer.from(number(bytes.length)), bytes]);

/** Take a module apart. */
export function read(bytes) {
  if (Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC)) throw new Error("this is no WebAssembly module");
  const reader = new Reader(bytes);
  reader.take(MAGIC.length);
  const sections = [];
  while (!reader.done) sections.push({ id: reader.byte(), body: reader.take(reader.number()) });
  return sections;
}

/** Put a module together. */
export function write(sections) {
  return Buffer.concat([MAGIC, ...sections.flatMap(({ id, body }) => [Buffer.of(id), sized(body)])]);
}

/** The body of the one section with this id. */
export const section = (sections, id) => sections.find((one) => one.id === id).body;

/** The same module with some sections changed, {id: body}; null takes one out. */
export function changed(sections, bodies) {
  return sections
    .filter(({ id }) => bodies[id] !== null)
    .map(({ id, body }) => ({ id, body: bodies[id] ?? body }));
}

/** Its exports: {name, kind, index}. */
export function exportsOf(sections) {
  const reader = new Reader(section(sections, EXPORT));
  return reader.many(() => ({ name: reader.name(), kind: KINDS[reader.byte()], index: reader.number() }));
}

/** The body of a section of exports. */
export const exportSection = (some) =>
  vector(some.map(({ name, kind, index }) =>
    Buffer.concat([sized(Buffer.from(name)), Buffer.from([KINDS.indexOf(kind), ...number(index)])])));

/** How many functions, and how many globals, are imported: indices count these first. */
export function imported(sections) {
  const reader = new Reader(section(sections, IMPORT));
  const counts = { func: 0, table: 0, memory: 0, global: 0, tag: 0 };
  reader.many(() => {
    reader.name();
    reader.name();
    const kind = KINDS[reader.byte()];
    counts[kind] += 1;
    skipKind(reader, kind);
  });
  return counts;
}

function skipKind(reader, kind) {
  if (kind === "func") return reader.skip();
  if (kind !== "memory") reader.byte(); // A type of one byte, or a tag's attribute.
  if (kind === "global") return reader.byte();
  if (kind === "tag") return reader.skip();
  const limited = reader.byte() & 1;
  reader.skip();
  if (limited) reader.skip();
}

/** The functions' code, each as its bytes: where locals are declared, and what follows. */
export const bodiesOf = (sections) => bodiesIn(section(sections, CODE));

/** The same, of a section of code without its head. */
export function bodiesIn(code) {
  const reader = new Reader(code);
  return reader.many(() => reader.take(reader.number()));
}

/** The body of a section of code. */
export const codeSection = (bodies) => vector(bodies.map(sized));
