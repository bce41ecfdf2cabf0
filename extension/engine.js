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
 * Snapshot file, little endian, written by py/packager/make_snapshot.mjs:
 *     "SGHEAP1\n" | u32 length of head | u32 checksum of pages | head, JSON, padded to 16 | pages
 *     head: {build, bytes, page, hiwire, runs: [[first, count], ...], blank: [[first, count], ...]}
 * `runs` are the stretches of pages that differ from freshly linked memory, in the order of the
 * pages that follow; `blank` are those that must be zero though linking writes into them.
 */

/**
 * @typedef {object} Engine
 * @property {(text: string) => Promise<string>} turn  one turn of the guide; rejects if Python died
 * @property {"snapshot" | "archive"} path  how Python was started
 * @property {Record<string, number>} times  milliseconds since the start, by stage
 * @property {string} problem  why the snapshot was not used, or ""
 */
/**
 * @typedef {object} Options
 * @property {URL | string} base  the extension's root, with a slash at its end
 * @property {(stage: string) => void} [onStage]
 * @property {(url: URL) => Promise<Response>} [read]  Node has no fetch for files
 * @property {number} [patience]  milliseconds until a start that hangs counts as failed
 */
/** @typedef {{build: string, bytes: number, page: number, hiwire: object, runs: number[][], blank: number[][]}} Head */
/** @typedef {{head: Head, pages: Uint8Array}} Heap */

const MAGIC = "SGHEAP1\n";
const WASM_PAGE = 65536;
const MOST_WASM_PAGES = 65536;
const PATIENCE = 20_000;
const LIBRARY = "/lib/python313.zip";
const NOTHING = new Uint8Array(0);

/**
 * Start Python and return the guide's door.
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export async function startEngine(options) {
  const start = new Start(options);
  try {
    await start.by("snapshot");
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
    /** @type {Promise<ArrayBuffer> | null} */
    this.heap = this.file("snapshot.bin").then((response) => response.arrayBuffer());
    for (const early of [this.wasm, this.loader, this.script, this.lock, this.heap]) {
      early.catch(() => {}); // Awaited below, where its failure is told.
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
    this.path = path;
    this.files = python.FS;
    this.door = python.pyimport("guide.door").turn;
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

  /** Restore the heap; what it froze that must differ every time is drawn anew. */
  async restore() {
    const file = await /** @type {Promise<ArrayBuffer>} */ (this.heap);
    this.heap = null; // 16 MB that nobody needs twice.
    const heap = readHeap(file);
    this.stage("fetched");
    const python = await this.load(heap);
    heap.pages = NOTHING;
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
    return new Promise((resolve, reject) => {
      takeOverLinking({ wasm: this.wasm, heap, reject });
      loadPyodide({
        indexURL: this.at("").href,
        packageBaseUrl: this.at("").href, // Never asked for, but its default is far away.
        // A restored Python has imported it all; `complete` brings the library after the first turn.
        stdLibURL: this.at(heap ? "lock.json" : "python.zip").href,
        lockFileContents: this.lock,
        // Only chooses the loader's way; the heap itself is written by takeOverLinking.
        ...(heap && { _loadSnapshot: NOTHING }),
      }).then(resolve, reject);
    });
  }
}

/**
 * What pyodide.asm.js left behind, kept here since it is replaced for each start.
 * @type {(settings: any) => Promise<any>}
 */
let link;

/**
 * Let the next link use the module that is being compiled, and write the heap once linked.
 *
 * The loader of its own accord would fetch and compile only after the snapshot has come, and copy
 * the heap twice. It leaves both to us if it believes that there is a WasmOffsetConverter.
 * @param {{wasm: Promise<WebAssembly.Module>, heap: Heap | null, reject: (reason: unknown) => void}} start
 */
function takeOverLinking({ wasm, heap, reject }) {
  const world = /** @type {any} */ (globalThis);
  link ??= world._createPyodideModule;
  world.WasmOffsetConverter ??= class {};
  world._createPyodideModule = async (/** @type {any} */ settings) => {
    settings.instantiateWasm = (/** @type {any} */ imports, /** @type {Function} */ linked) => {
      imports.sentinel = sentinel();
      wasm
        .then((module) => WebAssembly.instantiate(module, imports).then((it) => linked(it, module)))
        .catch(reject); // The loader would only warn, and wait for ever.
      return {};
    };
    if (heap) settings.wasmMemory = memoryFor(heap.head);
    const module = await link(settings);
    if (heap) settings.API.restoreSnapshot = () => writeHeap(heap, module, settings.API.config);
    return module;
  };
}

/** The loader's own stand-in where wasm-gc is missing: a value that is equal to itself alone. */
function sentinel() {
  const mark = Symbol("sentinel");
  return { create_sentinel: () => mark, is_sentinel: (/** @type {any} */ it) => it === mark };
}

/** @param {Head} head */
function memoryFor(head) {
  return new WebAssembly.Memory({ initial: head.bytes / WASM_PAGE, maximum: MOST_WASM_PAGES });
}

/**
 * Take a snapshot file apart; one that is cut or changed is refused.
 * @param {ArrayBuffer} file
 * @returns {Heap}
 */
function readHeap(file) {
  const view = new DataView(file);
  const magic = new TextDecoder().decode(file.slice(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error("snapshot.bin is no snapshot");
  const [length, sum] = [view.getUint32(8, true), view.getUint32(12, true)];
  const head = /** @type {Head} */ (JSON.parse(new TextDecoder().decode(file.slice(16, 16 + length))));
  const pages = new Uint8Array(file, 16 + length);
  const count = head.runs.reduce((all, [, many]) => all + many, 0);
  if (pages.length !== count * head.page) throw new Error("snapshot.bin is cut off");
  if (checksum(pages) !== sum) throw new Error("snapshot.bin is damaged");
  return { head, pages };
}

/** The sum of all 32-bit words, each added to the turned sum before it. @param {Uint8Array} bytes */
function checksum(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = 0;
  for (let i = 0; i < words.length; i++) sum = (((sum << 1) | (sum >>> 31)) + words[i]) | 0;
  return sum >>> 0;
}

/**
 * Write the heap over the freshly linked memory; returns what the loader needs to go on.
 * @param {Heap} heap
 * @param {{HEAPU8: Uint8Array}} module
 * @param {{BUILD_ID: string}} config
 */
function writeHeap({ head, pages }, { HEAPU8: memory }, config) {
  if (head.build !== config.BUILD_ID) throw new Error("snapshot.bin is of another build");
  let from = 0;
  for (const [first, count] of head.runs) {
    const size = count * head.page;
    memory.set(pages.subarray(from, from + size), first * head.page);
    from += size;
  }
  for (const [first, count] of head.blank) {
    memory.fill(0, first * head.page, (first + count) * head.page);
  }
  return head.hiwire;
}
