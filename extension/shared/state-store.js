// @ts-check
// The state in chrome.storage.local. Under "state" is the text that packed-state.js makes of it. Next to it,
// "state.last" is the copy before the last change, and "state.unreadable" what could not be read
// when the person went on without it, ".2" and so on for more. Text that cannot be read is never written over.
// "due" has the days on which to remind, which follow from the state: they are stored in the same write.

import { fits, pack, unpack } from "./packed-state.js";
import { DUE, LAST_STATE, STATE, UNREADABLE_STATE } from "./storage-keys.js";

// A storage that hangs must not hang the person. Ordinary answers take a few milliseconds.
const READ_MS = 1500;
const WRITE_MS = 1500;

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T>} */
export function within(promise, ms) {
  const { promise: late, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** @typedef {Pick<chrome.storage.StorageArea, "get" | "set" | "remove" | "clear">} Area */
/** @typedef {"not_read" | "not_saved" | "busy" | "no_copy"} Trouble names a notice in popup.html */

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
  /**
   * What the browser has not answered yet; `text` will be stored then, null deletes.
   * @typedef {{text: string | null, late: boolean, settled: Promise<void>, end: () => void}} Write `late`: the person was told
   *   that it is not done
   */
  /** @type {Write | null} */
  let writing = null;
  /** Whether the copy before the last change still has what was deleted. */
  let owed = false;
  /** @type {{state: unknown} | null} what this popup has and storage does not */
  let ahead = null;
  /** @type {unknown} the days on which to remind, as they are stored */
  let due;
  /** @type {unknown} stored but unreadable */
  let unreadable;
  let blind = false;
  /** @type {Promise<void> | null} */
  let reading = null;
  /** @type {{state: unknown} | null} what `asked` has brought */
  let early = null;
  asked?.then(({ [STATE]: found, [DUE]: days }) => {
    early = found === undefined ? { state: null } : open(found);
    due = days;
  }, () => {}); // `load` reads again, and reports what is wrong.

  /** @param {unknown} packed @returns {{state: unknown} | null} as `unpack`, but each text once */
  function open(packed) {
    if (known?.text === packed) return known;
    const opened = unpack(packed);
    if (opened) known = { text: /** @type {string} */ (packed), ...opened };
    return opened;
  }

  /** @param {Record<string, unknown>} found */
  function learn({ [STATE]: found, [DUE]: days }) {
    due = days;
    const late = blind;
    blind = false;
    news += 1;
    // While it is read that another window has stored, what could not be saved here is out of date.
    const other = ahead && found !== (stored ?? undefined) && found !== writing?.text;
    stored = typeof found === "string" ? found : null;
    unreadable = found === undefined || open(found) ? undefined : found;
    if (late || other) ahead = null;
    return late || other;
  }

  function read() {
    reading ??= area.get([STATE, DUE]).then((found) => {
      if (learn(found)) whenOther();
    }).finally(() => { reading = null; });
    return reading;
  }

  /**
   * What was written without an answer, and is done or not after all.
   * @param {Write} mine @param {boolean} landed
   */
  function over(mine, landed) {
    if (writing !== mine) return;
    writing = null;
    mine.end();
    if (!mine.late || !landed) return;
    news += 1;
    [stored, unreadable] = [mine.text, undefined];
    if (ahead && (mine.text === null || pack(ahead.state) === mine.text)) ahead = null;
    whenOther();
  }

  /**
   * All writing goes through here, one at a time. Rejects when it takes too long; it may land even so.
   * @param {string | null} text what will be the state then @param {() => Promise<void>} change
   */
  async function write(text, change) {
    const { promise: settled, resolve } = Promise.withResolvers();
    /** @type {Write} */
    const mine = { text, late: false, settled, end: () => resolve(undefined) };
    writing = mine;
    const done = change();
    done.then(() => over(mine, true), () => over(mine, false));
    try {
      await within(done, WRITE_MS);
    } catch (error) {
      mine.late = true;
      throw error;
    }
  }

  /**
   * What cannot be read, under a name that nothing else has. Rejects if the browser does not answer.
   * @param {unknown} found @returns {Promise<Record<string, unknown>>} nothing if it is kept already
   */
  async function aside(found) {
    const all = await area.get(null);
    const kept = Object.keys(all).filter((name) => name.startsWith(UNREADABLE_STATE));
    if (kept.some((name) => JSON.stringify(all[name]) === JSON.stringify(found))) return {};
    let name = UNREADABLE_STATE;
    for (let at = 2; kept.includes(name); at += 1) name = `${UNREADABLE_STATE}.${at}`;
    return { [name]: found };
  }

  /** @returns {unknown} what the door is given: a state, null, or text it will call unreadable */
  function present() {
    if (ahead) return ahead.state;
    if (unreadable !== undefined) return typeof unreadable === "string" ? unreadable : JSON.stringify(unreadable);
    return open(stored)?.state ?? null;
  }

  /**
   * What is kept of the state that another takes the place of.
   * @param {string} text the new one @param {boolean} isRead whether the guide could read the old one
   * @returns {Promise<Record<string, unknown>>}
   */
  async function before(text, isRead) {
    if (unreadable !== undefined) return aside(unreadable);
    if (stored === null) return {};
    return isRead ? { [LAST_STATE]: owed ? text : stored } : aside(stored);
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

    /** @returns {string} as of when the stored days are, on which to remind; "" for none */
    counted() {
      try {
        return String(JSON.parse(/** @type {string} */ (due)).counted);
      } catch {
        return "";
      }
    },

    /**
     * The state now: another window may have changed it since the last turn. Never rejects.
     * @returns {Promise<{state: unknown, trouble: Trouble | null}>}
     */
    async load() {
      try {
        // One wait for a read that hangs is enough.
        if (!blind || !reading) await within(read(), READ_MS);
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
     * @param {{free?: boolean, read?: boolean, forgets?: boolean, reminders?: unknown}} [how] `free`: no other window is writing; `read`: the
     *   guide could read what is stored now, so that it is a good copy to come back to; `forgets`: it has
     *   something that is deleted for good, so that no copy of it may stay; `reminders`: the days on which to remind,
     *   where the state has moved any
     * @returns {Promise<Trouble | null>} what went wrong
     */
    async keep(state, { free = true, read: isRead = true, forgets = false, reminders = null } = {}) {
      owed ||= forgets;
      // During the turn it turned out that something else is stored than what this was made from.
      if (news !== basis) return "not_read";
      const text = pack(state);
      const days = reminders ? JSON.stringify(reminders) : due;
      const isSame = text === stored;
      if (!blind && !writing && isSame && days === due) {
        ahead = null;
        return null;
      }
      ahead = { state };
      // Said at once, in every browser: Chromium would store this one, and no further change of it.
      if (!fits(text)) return "not_saved";
      // What is there was never seen: writing now could destroy it.
      if (blind) return "not_read";
      if (writing) return "not_saved";
      if (!free) return "busy";
      /** @type {unknown} */
      let found;
      try {
        await write(text, async () => {
          const copy = isSame ? {} : await before(text, isRead);
          await area.set({ [STATE]: text, ...days === due ? {} : { [DUE]: days }, ...copy });
          ({ [STATE]: found } = await area.get(STATE));
        });
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      }
      if (found !== text) {
        learn({ [STATE]: found, [DUE]: due });
        ahead = null;
        whenOther();
        return "not_read";
      }
      [stored, ahead, unreadable, known, due, owed] = [text, null, undefined, { text, state }, days, isSame && owed];
      return null;
    },

    /**
     * The copy before the last change still has what was deleted: the state takes its place, now or
     * when it is stored. Rejects if the browser does not.
     * @param {boolean} [free] whether no other window is writing
     * @returns {Promise<boolean>} whether a text that cannot be read is kept, which may have it too
     */
    async forget(free = true) {
      owed = true;
      const text = stored;
      if (text !== null && free && !ahead && !writing) {
        await write(text, () => area.set({ [LAST_STATE]: text }));
        owed = false;
      }
      return Object.keys(await area.get(null)).some((name) => name.startsWith(UNREADABLE_STATE));
    },

    /**
     * Delete all that is stored, read or not. Rejects if the browser does not, or if something that
     * is still being written could bring it back.
     * @param {boolean} [free] whether no other window is writing
     */
    async wipe(free = true) {
      if (!free) throw new Error("another window is writing");
      if (writing) await within(writing.settled, WRITE_MS);
      await write(null, () => area.clear());
      [stored, ahead, unreadable, blind, owed, due] = [null, null, undefined, false, false, undefined];
    },

    /** Kept when nothing is being written any more, answered or not. */
    settled: () => writing?.settled,

    /**
     * Storage has changed. What this popup could not save gives way to what another window has:
     * a state is one whole, and what was typed is a draft as well.
     * @param {Record<string, chrome.storage.StorageChange>} changes
     */
    heard({ [STATE]: change, [DUE]: days }) {
      if (days) due = days.newValue;
      const now = change && (change.newValue ?? null);
      if (!change || now === stored) return;
      if (writing && now === writing.text) {
        if (writing.late) over(writing, true);
        return;
      }
      learn({ [STATE]: change.newValue, [DUE]: due });
      ahead = null;
      whenOther();
    },

    /**
     * Put the last good copy in the place of a state that cannot be read. Never rejects.
     * @param {(state: unknown) => Promise<boolean>} [reads] whether the guide can read a state
     * @param {boolean} [free] whether no other window is writing
     * @returns {Promise<Trouble | null>} what went wrong
     */
    async restore(reads = async () => true, free = true) {
      if (writing || !free) return "busy";
      try {
        const { [STATE]: bad, [LAST_STATE]: last } = await within(area.get([STATE, LAST_STATE]), READ_MS);
        const good = unpack(last);
        if (!good || last === bad || !await reads(good.state)) return "no_copy";
        await write(String(last), async () => area.set({ [STATE]: last, ...await aside(bad) }));
        return null;
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      }
    },
  };
}
