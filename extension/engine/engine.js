// @ts-check
/**
 * Python in the page: starts it, hands texts to the guide's door, and nothing else.
 *
 * This is the only file that knows Pyodide, and the private parts of it that a fast start needs.
 * It runs in a popup, an offscreen document, an event page and, for tests, in Node.
 *
 *     idle -> snapshot -> ready      the heap as it was after everything was imported, and the code that it
 *                |                   was seen to need: py/packager/engine_part
 *                +-> full -> ready   if code is missing: the same heap, and all code
 *                \-> archive -> ready    if the heap cannot be restored or lacks something: an ordinary boot, slower
 *                       \-> failed       startEngine rejects; the shell says so
 *
 * A turn in which code or heap turn out to lack something is taken again by the next way: turns are pure.
 *
 * The snapshot, made by py/packager/python_part/make_snapshot.mjs, is two files. snapshot.bin holds the pages of
 * the heap that differ from freshly linked memory, one after the other, packed as packed-words.js says;
 * snapshot.json describes them:
 *     build           the id of the Pyodide it was made with
 *     bytes           the size of the heap
 *     page, sha256, runs    of snapshot.bin, see engine-files.d.ts
 *     blank           pages that must be zero though linking writes into them, like runs
 *     hiwire          what Pyodide's loader wants to know of it
 *
 * content.bin is the shelf of what most openings do without; Python reads from it when it is asked.
 */

import { CODE } from "./engine-files.js";
import { Supply, early } from "./engine-supply.js";
import { doorOf } from "./guide-door.js";
import { writeWords } from "./packed-words.js";
import { breath, takeOverLinking } from "./pyodide-link.js";
import { writePages } from "./stored-pages.js";
import { isTrap, passOn } from "./traps.js";

/** @import { Stored } from "./engine-files.js" */
/** @import { Reading } from "./heap-reader.js" */
/** @typedef {"snapshot" | "full" | "archive"} Path */
/**
 * @typedef {object} Engine
 * @property {(text: string) => Promise<string>} turn  one turn of the guide; rejects if Python died
 * @property {Path} path  how Python was started
 * @property {Record<string, number>} times  milliseconds since the start, by stage
 * @property {string} problem  why an earlier way was left, or ""
 * @property {() => number} heap  bytes of Python's memory now
 */
/**
 * @typedef {object} Options
 * @property {URL | string} base  the extension's root, with a slash at its end
 * @property {(stage: string) => void} [onStage]
 * @property {(url: URL) => Promise<Response>} [read]  Node has no fetch for files
 * @property {Reading} [heap]  snapshot.bin, if it is being read already
 * @property {number} [patience]  milliseconds until a start that hangs counts as failed
 */
/** @typedef {Stored & {build: string, bytes: number, blank: number[][], hiwire: object}} Head */
/** @typedef {{head: Head, packed: Promise<Uint8Array<ArrayBuffer>>}} Heap  linking begins before the pages are there */

const WASM_PAGE = 65536;
const MOST_WASM_PAGES = 65536;
const PATIENCE = 20_000;
const SHELF = "/lib/content.bin"; // Where guide.catalog.packed looks for it.
const NOTHING = new Uint8Array(0);

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
  constructor({ base, onStage = () => {}, read = (url) => fetch(url), heap, patience = PATIENCE }) {
    this.onStage = onStage;
    this.patience = patience;
    this.problem = "";
    /** @type {Path} */
    this.path = "snapshot";
    /** @type {Promise<void> | null} */
    this.recovery = null;
    /** @type {() => number} */
    this.heap = () => 0;
    /** @type {(text: string) => string} */
    this.door = () => "";
    this.began = performance.now();
    /** @type {Record<string, number>} */
    this.times = {};
    this.supply = new Supply(new URL(base), read, heap);
    this.supply.compiled.then(() => this.stage("compiled"), () => {});
    // @ts-expect-error: the build puts both there.
    this.script = early(import("./engine/pyodide.asm.js"));
    // @ts-expect-error
    this.loader = early(import("./engine/pyodide.mjs"));
    this.lock = early(this.supply.json("lock.json"));
    /** @type {Promise<Head | null>} */
    this.head = early(this.supply.json("snapshot.json"));
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
    await this.recovery;
    try {
      return await this.proved(this.door(text));
    } catch (problem) {
      this.recovery ??= this.instead(problem).finally(() => void (this.recovery = null));
      await this.recovery;
      return await this.proved(this.door(text));
    }
  }

  /**
   * An answer, once it is sure that what it came by was not damaged: until then nobody shows or keeps it.
   * @param {string} answer
   */
  async proved(answer) {
    await this.within(Promise.all(this.supply.proofs));
    return answer;
  }

  /** @param {Path} path */
  async by(path) {
    this.supply.proofs = [];
    const python = await this.within(path === "archive" ? this.load(path, null) : this.restore(path));
    python.FS.writeFile(SHELF, await this.supply.take("content.bin"), { canOwn: true });
    this.path = path;
    this.heap = () => python._module.HEAPU8.length;
    this.door = doorOf(python);
    this.stage("ready");
  }

  /** Go on by another way: with all code, if code is what lacked; else by an ordinary boot. @param {unknown} problem */
  async instead(problem) {
    this.problem = String(problem);
    this.stage("again");
    if (CODE.rest && this.path === "snapshot" && isTrap(problem)) {
      try {
        return await this.by("full");
      } catch (problem) {
        this.problem = String(problem);
      }
    }
    await this.by("archive");
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

  /** Restore the heap, and renew what must not be the same every time. @param {Path} path */
  async restore(path) {
    const head = /** @type {Head} */ (await this.head);
    const python = await this.load(path, { head, packed: early(this.supply.packed(head)) });
    await breath();
    const random = python.pyimport("random");
    random.seed(); // From the browser's entropy: a snapshot's numbers are everybody's.
    random.destroy();
    return python;
  }

  /** Restore the heap, or boot from the archive of compiled modules. @param {Path} path @param {Heap | null} heap */
  async load(path, heap) {
    const { supply } = this;
    const wasm = path === "snapshot" ? supply.code() : supply.allCode();
    const image = supply.image();
    const memory = heap && memoryFor(heap.head);
    const { loadPyodide } = await this.loader;
    await this.script;
    this.stage("loaded");
    await breath();
    return new Promise((resolve, reject) => {
      takeOverLinking({
        wasm,
        names: CODE.names,
        memory,
        stage: (name) => this.stage(name),
        prepare: async (_, { buffer }) => {
          if (CODE.linked && image) writePages(new Uint8Array(buffer), CODE.linked, await image);
        },
        linked: (_, api) => {
          if (path === "snapshot" && CODE.rest) passOn(api);
          return heap && memory ? restore(heap, memory, api) : undefined;
        },
        reject,
      });
      loadPyodide({
        indexURL: supply.at("").href,
        packageBaseUrl: supply.at("").href, // Never asked for, but its default is far away.
        // A restored Python has imported it all, and whoever would import more has the turn taken again by an ordinary boot.
        stdLibURL: supply.at(heap ? "lock.json" : "python.zip").href,
        lockFileContents: this.lock,
        // Only chooses the loader's way; the heap itself is written by `restore`.
        ...(heap && { _loadSnapshot: NOTHING }),
      }).then(resolve, reject);
    });
  }
}

/** @param {Head} head */
function memoryFor(head) {
  return new WebAssembly.Memory({ initial: head.bytes / WASM_PAGE, maximum: MOST_WASM_PAGES });
}

/**
 * Write the heap over the freshly linked memory, and let the loader know that it is done.
 * @param {Heap} heap
 * @param {WebAssembly.Memory} memory
 * @param {{config: {BUILD_ID: string}, restoreSnapshot: () => object}} api
 */
async function restore({ head, packed }, memory, api) {
  if (head.build !== api.config.BUILD_ID) throw new Error("snapshot.bin is of another build");
  writeWords(await packed, memory, head);
  for (const [first, count] of head.blank) {
    new Uint8Array(memory.buffer, first * head.page, count * head.page).fill(0);
  }
  api.restoreSnapshot = () => head.hiwire;
}
