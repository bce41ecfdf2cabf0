// @ts-check
/**
 * An engine for a page: the living one if there is one, else one of the page's own.
 *
 *     host -> own     when the host dies or hangs; the turn is repeated: turns are pure
 *
 * Who uses it need not know which. `document.documentElement.dataset.engine` tells by which way
 * Python is reached, for benchmarks and tests.
 */

import { HOSTING, LONGEST, TEND, isAnswer, nameOf } from "./engine-channel.js";

/** @typedef {import("./engine.js").Engine} Own */
/** @typedef {Omit<Own, "path"> & {path: Own["path"] | "host"}} ReachedEngine */

// A turn takes 5 to 50 ms, and a death is noticed at once: this is for a host that hangs.
const PATIENCE_MS = 2000;
// Only when this page has had its start: two engines that start at once both take twice as long.
const REST_MS = 3000;

const ROOT = new URL("./", import.meta.url).href;
const NAME = nameOf(document.documentElement.dataset.version ?? "");

/** @returns {Promise<boolean>} whether a host lives; a private window of Firefox sees none */
async function isHosted() {
  try {
    const { held = [] } = (await firstPaint.asked.locks) ?? {};
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
}

/** @returns {Promise<ReachedEngine>} rejects when Python cannot be had at all */
export const findEngine = () => finding;

/** The host's engine, as seen from here. A turn rejects when it dies or hangs. */
class LivingEngine {
  /** @type {Map<string, (text: string) => void>} */
  waiting = new Map();
  channel = new BroadcastChannel(NAME);
  gone = new AbortController();

  constructor() {
    this.channel.onmessage = ({ data }) => {
      if (isAnswer(data)) this.waiting.get(data.answer)?.(data.text);
    };
    const { signal } = this.gone;
    /** @type {Promise<never>} given when the host has let go, which it does only by dying */
    this.death = navigator.locks.request(NAME, { mode: "shared", signal }, () => {
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
class EngineClient {
  /** @type {Own | null} */
  own = null;
  /** @type {Promise<void> | null} */
  starting = null;
  /** why the host was left, or "" */
  left = "";

  /** @param {LivingEngine | null} hosted @param {number} found since the page's own beginning, in ms */
  constructor(hosted, found) {
    this.hosted = hosted;
    this.found = found;
    if (hosted) this.tell();
  }

  get path() {
    return this.own?.path ?? "host";
  }

  get times() {
    return { found: this.found, ...this.own?.times };
  }

  /** Bytes of Python's memory now; of the host's own nothing is known here. */
  heap() {
    return this.own?.heap() ?? 0;
  }

  get problem() {
    return [this.left, this.own?.problem].filter(Boolean).join("; ");
  }

  tell() {
    document.documentElement.dataset.engine = this.path;
  }

  /** Have an engine of this page's own. */
  start() {
    this.starting ??= this.begin();
    return this.starting;
  }

  async begin() {
    // Not a static import: the host may have it already, and without the file the words of the
    // failure must still come.
    const { startEngine } = await import("./engine.js");
    this.own = await startEngine({ base: ROOT });
    this.tell();
    setTimeout(() => chrome.runtime.sendMessage(TEND).catch(() => {}), REST_MS);
  }

  /** @param {string} text */
  async turn(text) {
    try {
      if (this.hosted) return await this.hosted.turn(text);
    } catch (problem) {
      this.left ||= String(problem);
      this.hosted?.leave();
      this.hosted = null;
    }
    await this.start();
    return /** @type {Own} */ (this.own).turn(text);
  }
}

async function find() {
  const hosted = (await isHosted()) ? new LivingEngine() : null;
  const engine = new EngineClient(hosted, performance.now());
  if (!hosted) await engine.start();
  return engine;
}

/** Begun at once; first-paint.js has asked for the locks. */
const finding = find();
finding.catch(() => {}); // Who calls findEngine is told.
