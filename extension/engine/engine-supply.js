// @ts-check
/**
 * The files that Python is started from: begun all at once, what is waited for longest first.
 *
 * The build knows the sum of each. A sum takes as long as the rest of a start together, so at first the bytes are used
 * while it is computed; `proofs` reject if they were not those that the build had made, and until they are kept,
 * no answer is handed out. Who comes here again, as something was wrong, has each file checked first.
 */

import { allCode } from "./all-code.js";
import { CODE } from "./engine-files.js";
import { compare, digestOf, verified } from "./stored-pages.js";

/** @import { Rest, Stored } from "./engine-files.js" */
/** @import { Reading } from "./heap-reader.js" */

const HEAP = "snapshot.bin";
const EARLY = [...(CODE.linked ? ["linked.bin"] : []), "content.bin"];

/** Awaited later, where a failure is handled. @template {Promise<any>} T @param {T} begun @returns {T} */
export function early(begun) {
  begun.catch(() => {});
  return begun;
}

export class Supply {
  /** @type {Promise<void>[]} that what was used at once was what the build had made */
  proofs = [];
  /** @type {Promise<WebAssembly.Module> | null} */
  full = null;

  /**
   * @param {URL} base  the extension's root
   * @param {(url: URL) => Promise<Response>} read
   * @param {Reading | undefined} heap  if somebody is reading it already
   */
  constructor(base, read, heap) {
    this.base = base;
    this.read = read;
    /** @type {Reading | null} */
    this.heap = heap ?? this.reading(HEAP);
    const code = this.file(CODE.file);
    const copy = code.then((response) => response.clone().arrayBuffer());
    this.codeProof = early(compare(CODE.file, CODE, copy.then(digestOf)));
    this.compiled = early(WebAssembly.compileStreaming(code));
    /** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
    this.begun = new Map(EARLY.map((name) => [name, early(this.bytes(name))]));
  }

  /** @param {string} name */
  at(name) {
    return new URL(`engine/${name}`, this.base);
  }

  /** @param {string} name */
  async file(name) {
    const response = await this.read(this.at(name));
    if (!response.ok) throw new Error(`${name} cannot be read`);
    return response;
  }

  /** @param {string} name */
  async json(name) {
    return (await this.file(name)).json();
  }

  /** @param {string} name */
  async bytes(name) {
    return new Uint8Array(await (await this.file(name)).arrayBuffer());
  }

  /** @param {string} name @returns {Reading} */
  reading(name) {
    const file = this.bytes(name);
    return { bytes: early(file), sum: early(file.then(digestOf)) };
  }

  /** What was begun early, once: these are megabytes, and hardly ever needed twice. @param {string} name */
  take(name) {
    const begun = this.begun.get(name) ?? this.bytes(name);
    this.begun.delete(name);
    return begun;
  }

  /** The code to begin with. */
  code() {
    this.proofs.push(this.codeProof);
    return this.compiled;
  }

  /** All code. */
  allCode() {
    if (!CODE.rest) return this.code();
    this.full ??= early(this.compileAll(CODE.rest));
    return this.full;
  }

  /** @param {Rest} rest  what is left out of the module */
  async compileAll(rest) {
    const files = Object.entries({ [CODE.file]: CODE, "rest.bin": rest });
    const [module, others] = await Promise.all(files.map(([name, file]) => verified(name, file, this.bytes(name))));
    return WebAssembly.compile(allCode(module, rest.from, others));
  }

  /** What is in memory once the module is linked, where it has no data of its own. */
  image() {
    return CODE.linked && early(verified("linked.bin", CODE.linked, this.take("linked.bin")));
  }

  /** The heap's file; read here where who was to read them could not. @param {Stored} head */
  async packed(head) {
    const { heap } = this;
    this.heap = null;
    const bytes = await heap?.bytes.catch(() => null);
    if (!heap || !bytes) return verified(HEAP, head, this.bytes(HEAP));
    this.proofs.push(early(compare(HEAP, head, heap.sum)));
    return bytes;
  }
}
