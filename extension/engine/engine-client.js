// @ts-check
/**
 * An engine for a page: the living one in the background if there is one, else one of the page's own.
 *
 *     living -> own     when the living one dies, hangs or cannot take a turn; the turn is repeated,
 *                       which is no harm: turns are pure
 *
 * Its user need not know which. `document.documentElement.dataset.engine` says by which way
 * Python is reached, for benchmarks and tests.
 */

import { readBeside } from "./heap-reader.js";
import { HOSTING, LONGEST, TEND, isAnswer, nameOf } from "./engine-channel.js";

/** @typedef {import("./engine.js").Engine} Own */
/** @typedef {Omit<Own, "path"> & {path: Own["path"] | "host"}} ReachedEngine */

// A turn takes 5 to 50 ms, and a death is noticed at once: this is for a living engine that hangs.
const PATIENCE_MS = 2000;
// Only when this page has had its start: two engines that start at once both take twice as long.
const REST_MS = 3000;

const ROOT = new URL("./", import.meta.url).href;

/**
 * @param {Promise<LockManagerSnapshot> | null} locks what first-paint.js has asked for
 * @param {string} name of the living engine's lock
 * @returns {Promise<boolean>} whether one lives; a private window of Firefox sees none
 */
export async function isLiving(locks, name) {
  try {
    const { held = [] } = (await locks) ?? {};
    return held.some((lock) => lock.name === name);
  } catch {
    return false;
  }
}

/** The living engine, as seen from here. A turn rejects when it dies or hangs. */
export class LivingEngine {
  /** @type {Map<string, (text: string) => void>} */
  waiting = new Map();
  gone = new AbortController();

  /** @param {string} name of its lock and its channel */
  constructor(name) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      if (isAnswer(data)) this.waiting.get(data.answer)?.(data.text);
    };
    const { signal } = this.gone;
    /** @type {Promise<never>} we get the lock when the engine has released it, which it does only by dying */
    this.death = navigator.locks.request(name, { mode: "shared", signal }, () => {
      throw new Error("the living engine has ended");
    });
    this.death.catch(() => {}); // Awaited with each turn.
  }

  /** @param {string} text @returns {Promise<string>} */
  async turn(text) {
    if (text.length > LONGEST) throw new Error("too long for the living engine");
    const ask = crypto.randomUUID();
    /** @type {PromiseWithResolvers<string>} */
    const { promise, resolve, reject } = Promise.withResolvers();
    const clock = setTimeout(() => {
      new BroadcastChannel(HOSTING).postMessage("stuck");
      reject(new Error("the living engine does not answer"));
    }, PATIENCE_MS);
    this.waiting.set(ask, resolve);
    this.channel.postMessage({ ask, text });
    try {
      return await Promise.race([promise, this.death]);
    } finally {
      clearTimeout(clock);
      this.waiting.delete(ask);
    }
  }

  leave() {
    this.channel.close();
    this.gone.abort();
  }
}

/** @implements {ReachedEngine} */
export class EngineClient {
  /** @type {Own | null} */
  own = null;
  /** @type {Promise<void> | null} */
  starting = null;
  /** why the living engine was left, or "" */
  left = "";

  /**
   * @param {Pick<LivingEngine, "turn" | "leave"> | null} living
   * @param {() => Promise<Own>} startOwn
   * @param {(path: ReachedEngine["path"]) => void} report called with the way by which Python is reached
   */
  constructor(living, startOwn, report) {
    this.living = living;
    this.startOwn = startOwn;
    this.report = report;
    /** since the page's own beginning, in ms */
    this.found = performance.now();
    if (living) report(this.path);
  }

  get path() {
    return this.own?.path ?? "host";
  }

  get times() {
    return { found: this.found, ...this.own?.times };
  }

  /** Bytes of Python's heap now; the living engine's own is not known here. */
  heap() {
    return this.own?.heap() ?? 0;
  }

  get problem() {
    return [this.left, this.own?.problem].filter(Boolean).join("; ");
  }

  /** Have an engine of this page's own. */
  start() {
    this.starting ??= this.begin();
    return this.starting;
  }

  async begin() {
    this.own = await this.startOwn();
    this.report(this.path);
  }

  /** @param {string} text */
  async turn(text) {
    try {
      if (this.living) return await this.living.turn(text);
    } catch (problem) {
      this.left ||= String(problem);
      this.living?.leave();
      this.living = null;
    }
    await this.start();
    const own = /** @type {Own} */ (this.own);
    const before = own.path;
    try {
      return await own.turn(text);
    } finally {
      if (own.path !== before) this.report(own.path);
    }
  }
}

/** Start a Python in this page, and have the background look whether it is to have one, too. */
async function startOwn() {
  // Asked for at once: no other file takes as long.
  const heap = readBeside(new URL("engine/snapshot.bin", ROOT));
  // Not a static import: where an engine lives it is not needed, and if the file is missing, the
  // popup must still be able to say that something failed.
  const { startEngine } = await import("./engine.js");
  const own = await startEngine({ base: ROOT, heap });
  setTimeout(() => chrome.runtime.sendMessage(TEND).catch(() => {}), REST_MS);
  return own;
}

/**
 * @param {Promise<LockManagerSnapshot> | null} locks what first-paint.js has asked for
 * @returns {Promise<ReachedEngine>} rejects when Python cannot be had at all
 */
export async function connectEngine(locks) {
  const { dataset } = document.documentElement;
  const name = nameOf(dataset.version ?? "");
  const living = (await isLiving(locks, name)) ? new LivingEngine(name) : null;
  const engine = new EngineClient(living, startOwn, (path) => { dataset.engine = path; });
  if (!living) await engine.start();
  return engine;
}
