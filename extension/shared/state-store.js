// @ts-check
// The state in chrome.storage.local, as text. Under "state" is ONE string, {"v", "sum", "state"}, so
// that no browser can change it on the way (Chromium drops what JSON lacks, Firefox stores more); `sum` is
// FNV-1a (32 bit, Fowler-Noll-Vo) over the UTF-16 units of the state's JSON. Next to it,
// "state.last" is the copy before the last change, and "state.unreadable" what could not be read
// when the person went on without it. Text that cannot be read is never written over.

import { LAST_STATE, STATE, UNREADABLE_STATE } from "./storage-keys.js";

const VERSION = 1;
const MOST = 10 * 1024 * 1024; // UTF-16 units.
// A storage that hangs must not hang the person. Ordinary answers take a few milliseconds.
const READ_MS = 1500;
const WRITE_MS = 1500;
const LOCK_MS = 3000;

/** @param {string} text @returns {string} 8 hexadecimal digits */
export function checksum(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** @param {unknown} state @returns {string} */
export function pack(state) {
  const text = JSON.stringify(state);
  return `{"v":${VERSION},"sum":"${checksum(text)}","state":${text}}`;
}

/** @param {unknown} packed @returns {{state: object} | null} null when it is not what `pack` wrote */
export function unpack(packed) {
  if (typeof packed !== "string") return null;
  try {
    const { v, sum, state } = JSON.parse(packed);
    return v === VERSION && checksum(JSON.stringify(state)) === sum ? { state } : null;
  } catch {
    return null;
  }
}

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T>} */
export function within(promise, ms) {
  const { promise: late, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Run a turn while no other window runs one: each reads the state that the one before has stored.
 * @template T @param {() => Promise<T>} turn @returns {Promise<T>}
 */
export async function exclusive(turn) {
  let begun = false;
  const run = () => {
    begun = true;
    return turn();
  };
  try {
    return await navigator.locks.request(STATE, { signal: AbortSignal.timeout(LOCK_MS) }, run);
  } catch (error) {
    // A window that hangs must not hold up this one for ever.
    if (begun) throw error;
    return run();
  }
}

/** @typedef {Pick<chrome.storage.StorageArea, "get" | "set" | "remove" | "clear">} Area */
/** @typedef {"not_read" | "not_saved" | "no_copy"} Trouble names a notice in popup.html */

/**
 * @param {Area} area
 * @param {() => void} whenOther called when there is another state in storage than this popup knows:
 *   another window has stored one, or a read or write that had been given up was done after all
 * @param {Promise<Record<string, unknown>> | null} asked what first-paint.js has read, before this window had the lock
 */
export function createStateStore(area, whenOther, asked = null) {
  /** @type {string | null} what is in storage, as far as this popup knows */
  let stored = null;
  /** @type {{text: string, state: unknown} | null} opened or packed last: what a turn finds, the one before has stored */
  let known = null;
  /** How often this popup has learned what is stored, and how often when a turn last began. */
  let [news, basis] = [0, 0];
  /** @type {string | null | undefined} what is being written just now: null deletes, undefined is nothing */
  let writing;
  /** @type {{state: unknown} | null} what this popup has and storage does not */
  let ahead = null;
  /** @type {unknown} stored but unreadable */
  let unreadable;
  let blind = false;
  /** @type {Promise<void> | null} */
  let reading = null;
  /** @type {{state: unknown} | null} what `asked` has brought */
  let early = null;
  asked?.then(({ [STATE]: found }) => {
    early = found === undefined ? { state: null } : open(found);
  }, () => {}); // `load` reads again, and reports what is wrong.

  /** @param {unknown} packed @returns {{state: unknown} | null} as `unpack`, but each text once */
  function open(packed) {
    if (known?.text === packed) return known;
    const opened = unpack(packed);
    if (opened) known = { text: /** @type {string} */ (packed), ...opened };
    return opened;
  }

  /** @param {Record<string, unknown>} found */
  function learn({ [STATE]: found }) {
    const late = blind;
    blind = false;
    news += 1;
    stored = typeof found === "string" ? found : null;
    unreadable = found === undefined || open(found) ? undefined : found;
    if (late) ahead = null;
    return late;
  }

  function read() {
    reading ??= area.get(STATE).then((found) => {
      if (learn(found)) whenOther();
    }).finally(() => { reading = null; });
    return reading;
  }

  /** @returns {unknown} what the door is given: a state, null, or text it will call unreadable */
  function present() {
    if (ahead) return ahead.state;
    if (unreadable !== undefined) return typeof unreadable === "string" ? unreadable : JSON.stringify(unreadable);
    return open(stored)?.state ?? null;
  }

  return {
    /**
     * What `load` will most likely find, at once: to go on with while it reads. If it is right, the
     * state is the same object.
     * @returns {{state: unknown} | null} null when nothing is known
     */
    guess() {
      if (!news) return early;
      return blind || ahead || unreadable !== undefined ? null : { state: present() };
    },

    /**
     * The state now: another window may have changed it since the last turn. Never rejects.
     * @returns {Promise<{state: unknown, trouble: Trouble | null}>}
     */
    async load() {
      try {
        // One wait for a read that hangs is enough, and what could not be saved is the newest there is.
        if (blind ? !reading : !ahead) await within(read(), READ_MS);
      } catch (error) {
        console.warn("Storage cannot be read:", error);
        blind = true;
      }
      basis = news;
      return { state: present(), trouble: blind ? "not_read" : null };
    },

    /**
     * Store the state of a turn. Never rejects; the state is held here until it can be stored.
     * @param {unknown} state
     * @returns {Promise<Trouble | null>} what went wrong
     */
    async keep(state) {
      // During the turn it turned out that something else is stored than what this was made from.
      if (news !== basis) return "not_read";
      const text = pack(state);
      if (!blind && text === stored) return null;
      ahead = { state };
      // Chromium refuses that much; Firefox would take it, and the guide could not read it again.
      if (text.length > MOST) return "not_saved";
      // What is there was never seen: writing now could destroy it.
      if (blind) return "not_read";
      /** @type {Record<string, unknown>} */
      const change = { [STATE]: text };
      if (unreadable !== undefined) change[UNREADABLE_STATE] = unreadable;
      else if (stored !== null) change[LAST_STATE] = stored;
      writing = text;
      try {
        await within(area.set(change), WRITE_MS);
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      } finally {
        writing = undefined;
      }
      [stored, ahead, unreadable, known] = [text, null, undefined, { text, state }];
      return null;
    },

    /** The copy before the last change still has what was deleted: the state takes its place. */
    async forget() {
      if (stored !== null && !ahead) await area.set({ [LAST_STATE]: stored });
    },

    /** Delete all that is stored, read or not. Rejects if the browser does not. */
    async wipe() {
      writing = null;
      try {
        await within(area.clear(), WRITE_MS);
      } finally {
        writing = undefined;
      }
      [stored, ahead, unreadable, blind] = [null, null, undefined, false];
    },

    /**
     * Storage has changed. What this popup could not save gives way to what another window has:
     * a state is one whole, and what was typed is a draft as well.
     * @param {Record<string, chrome.storage.StorageChange>} changes
     */
    heard({ [STATE]: change }) {
      const now = change && (change.newValue ?? null);
      if (!change || now === stored || now === writing) return;
      learn({ [STATE]: change.newValue });
      ahead = null;
      whenOther();
    },

    /**
     * Put the last good copy in the place of a state that cannot be read. Never rejects.
     * @returns {Promise<Trouble | null>} what went wrong
     */
    async restore() {
      try {
        const { [STATE]: bad, [LAST_STATE]: last } = await within(area.get([STATE, LAST_STATE]), READ_MS);
        if (!unpack(last) || last === bad) return "no_copy";
        await within(area.set({ [STATE]: last, [UNREADABLE_STATE]: bad }), WRITE_MS);
        return null;
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      }
    },
  };
}
