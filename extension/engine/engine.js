// @ts-check
/**
 * Python in the page: starts it, hands texts to the guide's door, and nothing else.
 *
 * This is the only file that knows Pyodide, and the private parts of it that a fast start needs.
 * It runs in a popup, an offscreen document, an event page and, for tests, in Node.
 *
 *     idle -> snapshot -> ready          the heap as it was after everything was imported
 *                \-> archive -> ready    if that cannot be restored: an ordinary boot, slower
 *                       \-> failed       startEngine rejects; the shell says so
 *
 * The snapshot, made by py/packager/python_part/make_snapshot.mjs, is two files. snapshot.bin holds the pages of
 * the heap that differ from freshly linked memory, one after the other; snapshot.json describes them:
 *     build           the id of the Pyodide it was made with
 *     bytes, page     the size of the heap and of a page
 *     sha256          of snapshot.bin, in hex
 *     runs            where the pages go, as stretches of neighbours: [[first, how many], ...]
 *     blank           pages that must be zero though linking writes into them, likewise
 *     names           the exports it was linked with, see pyodide-link.js
 *     hiwire          what Pyodide's loader wants to know of it
 *
 * content.bin is the shelf of what most openings do without; Python reads from it when it is asked.
 */

import { breath, takeOverLinking } from "./pyodide-link.js";

/**
 * @typedef {object} Engine
 * @property {(text: string) => Promise<string>} turn  one turn of the guide; rejects if Python died
 * @property {"snapshot" | "archive"} path  how Python was started
 * @property {Record<string, number>} times  milliseconds since the start, by stage
 * @property {string} problem  why the snapshot was not used, or ""
 * @property {() => number} heap  bytes of Python's memory now
 */
/**
 * @typedef {object} Options
 * @property {URL | string} base  the extension's root, with a slash at its end
 * @property {(stage: string) => void} [onStage]
 * @property {(url: URL) => Promise<Response>} [read]  Node has no fetch for files
 * @property {number} [patience]  milliseconds until a start that hangs counts as failed
 */
/** @typedef {{build: string, bytes: number, page: number, sha256: string, runs: number[][], blank: number[][], names: string[], hiwire: object}} Head */
/** @typedef {{head: Head, pages: Promise<Uint8Array>}} Heap  linking begins before the pages are there */

const WASM_PAGE = 65536;
const MOST_WASM_PAGES = 65536;
const PATIENCE = 20_000;
const LIBRARY = "/lib/python313.zip";
const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const NOTHING = new Uint8Array(0);
const NEVER = Promise.reject(new Error("the snapshot was used already"));
NEVER.catch(() => {});

/**
 * Start Python and return the guide's door.
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export async function startEngine(options) {
  const start = new Start(options);
  try {
    // A package that is built without a heap says so: build.py --no-snapshot.
    await start.by((await start.head) ? "snapshot" : "archive");
  } catch (problem) {
    await start.instead(problem);
  }
  return start;
}

/**
 * One start: what both paths share, fetched and compiled once.
 * @implements {Engine}
 */
class Start {
  /** @param {Options} options */
  constructor({ base, onStage = () => {}, read = (url) => fetch(url), patience = PATIENCE }) {
    this.base = new URL(base);
    this.onStage = onStage;
    this.read = read;
    this.patience = patience;
    this.problem = "";
    /** @type {"snapshot" | "archive"} */
    this.path = "snapshot";
    /** @type {Promise<void> | null} */
    this.library = null;
    /** @type {any} */
    this.files = null;
    /** @type {() => number} */
    this.heap = () => 0;
    /** @type {(text: string) => string} */
    this.door = () => "";
    this.began = performance.now();
    /** @type {Record<string, number>} */
    this.times = {};
    // All at once: compiling takes as long as everything else together.
    this.wasm = this.compile();
    // @ts-expect-error: the build puts both there.
    this.loader = import("./engine/pyodide.mjs");
    // @ts-expect-error
    this.script = import("./engine/pyodide.asm.js");
    this.lock = this.file("lock.json").then((response) => response.json());
    /** @type {Promise<Head | null>} */
    this.head = this.file("snapshot.json").then((response) => response.json());
    this.pages = this.file("snapshot.bin").then((response) => response.arrayBuffer());
    this.shelf = this.file("content.bin").then((response) => response.arrayBuffer());
    const { wasm, loader, script, lock, head, pages, shelf } = this;
    for (const early of [wasm, loader, script, lock, head, pages, shelf]) {
      early.catch(() => {}); // Awaited below, where its failure is handled.
    }
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

  async compile() {
    const module = await WebAssembly.compileStreaming(this.file("pyodide.asm.wasm"));
    this.stage("compiled");
    return module;
  }

  /** @param {string} name */
  stage(name) {
    this.times[name] = performance.now() - this.began;
    performance.mark(`engine-${name}`);
    this.onStage(name);
  }

  /**
   * One turn. Turns are pure, so if Python dies in one, another Python can take it again.
   * @param {string} text
   * @returns {Promise<string>}
   */
  async turn(text) {
    try {
      return this.door(text);
    } catch (problem) {
      await this.instead(problem);
      return this.door(text);
    } finally {
      this.library ??= this.complete().catch((problem) => void (this.problem = String(problem)));
    }
  }

  /** @param {"snapshot" | "archive"} path */
  async by(path) {
    const python = await this.within(path === "snapshot" ? this.restore() : this.load(null));
    python.FS.writeFile(SHELF, new Uint8Array(await this.shelf), { canOwn: true });
    this.path = path;
    this.files = python.FS;
    this.heap = () => python._module.HEAPU8.length;
    this.door = doorOf(python);
    this.stage("ready");
  }

  /** Go on with an ordinary boot. @param {unknown} problem */
  async instead(problem) {
    this.problem = String(problem);
    await this.by("archive");
  }

  /**
   * Give a restored Python its library, for what it may import later than at the first screen.
   * Without it nothing is lost but that: everything the guide has is in the heap.
   */
  async complete() {
    if (this.path === "archive") return;
    const library = await this.file("python.zip").then((response) => response.arrayBuffer());
    this.files.writeFile(LIBRARY, new Uint8Array(library), { canOwn: true });
  }

  /**
   * Pyodide's loader can hang instead of failing, hence a clock of our own.
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>}
   */
  within(work) {
    /** @type {ReturnType<typeof setTimeout>} */
    let clock;
    const late = new Promise((_, reject) => {
      clock = setTimeout(() => reject(new Error("Python did not start in time")), this.patience);
    });
    return Promise.race([work, /** @type {Promise<never>} */ (late)]).finally(() =>
      clearTimeout(clock),
    );
  }

  /** Restore the heap, and renew what must not be the same every time. */
  async restore() {
    const head = /** @type {Head} */ (await this.head);
    const pages = verified(head, this.pages);
    pages.catch(() => {}); // Awaited once linked.
    this.pages = NEVER; // Megabytes that are not needed twice.
    const python = await this.load({ head, pages });
    await breath();
    const random = python.pyimport("random");
    random.seed(); // From the browser's entropy: a snapshot's numbers are everybody's.
    random.destroy();
    return python;
  }

  /** Restore the heap, or boot from the archive of compiled modules. @param {Heap | null} heap */
  async load(heap) {
    const { loadPyodide } = await this.loader;
    await this.script;
    this.stage("loaded");
    await breath();
    return new Promise((resolve, reject) => {
      takeOverLinking({
        wasm: this.wasm,
        names: heap && heap.head.names,
        memory: heap && memoryFor(heap.head),
        stage: (name) => this.stage(name),
        linked: (module, api) => (heap ? restore(heap, module, api) : undefined),
        reject,
      });
      loadPyodide({
        indexURL: this.at("").href,
        packageBaseUrl: this.at("").href, // Never asked for, but its default is far away.
        // A restored Python has imported it all; `complete` brings the library after the first turn.
        stdLibURL: this.at(heap ? "lock.json" : "python.zip").href,
        lockFileContents: this.lock,
        // Only chooses the loader's way; the heap itself is written by `restore`.
        ...(heap && { _loadSnapshot: NOTHING }),
      }).then(resolve, reject);
    });
  }
}

/**
 * The guide's door. Texts pass as UTF-8: Pyodide copies bytes at once, and strings one character at
 * a time, which with many saved cases takes longer than all of the guide's work.
 * @param {any} python
 * @returns {(text: string) => string}
 */
function doorOf(python) {
  const turn = python.pyimport("guide.door").turn_utf8;
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  return (text) => {
    const request = python.toPy(encoder.encode(text));
    const response = turn(request);
    const bytes = response.getBuffer("u8");
    const answer = decoder.decode(bytes.data);
    bytes.release();
    response.destroy();
    request.destroy();
    return answer;
  };
}

/** @param {Head} head */
function memoryFor(head) {
  return new WebAssembly.Memory({ initial: head.bytes / WASM_PAGE, maximum: MOST_WASM_PAGES });
}

/**
 * The pages, if they are those that the head describes. The browser computes the digest off this thread.
 * @param {Head} head
 * @param {Promise<ArrayBuffer>} file
 */
async function verified(head, file) {
  const bytes = new Uint8Array(await file);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== head.sha256) throw new Error("snapshot.bin is damaged");
  return bytes;
}

/**
 * Write the heap over the freshly linked memory, and let the loader know that it is done.
 * @param {Heap} heap
 * @param {{HEAPU8: Uint8Array}} module
 * @param {{config: {BUILD_ID: string}, restoreSnapshot: () => object}} api
 */
async function restore({ head, pages }, { HEAPU8: memory }, api) {
  if (head.build !== api.config.BUILD_ID) throw new Error("snapshot.bin is of another build");
  const bytes = await pages;
  let from = 0;
  for (const [first, count] of head.runs) {
    const size = count * head.page;
    memory.set(bytes.subarray(from, from + size), first * head.page);
    from += size;
  }
  for (const [first, count] of head.blank) {
    memory.fill(0, first * head.page, (first + count) * head.page);
  }
  api.restoreSnapshot = () => head.hiwire;
}
