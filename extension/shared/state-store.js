// @ts-check
// The state in chrome.storage.local: an index under "state", and each case under its own name; cases-apart.js says how.
// "state.last" is the index before the last change, and "state.unreadable" what could not be read
// when the person went on without it, ".2" and so on for more. Text that cannot be read is never written over.
// "due" has the days on which to remind, which follow from the state: they are stored in the same write.

import { createShelf } from "./cases-apart.js";
import { countedIn } from "./counted-days.js";
import { DUE, LAST_STATE, STATE, UNREADABLE_STATE } from "./storage-keys.js";
import { within } from "./within.js";

// A storage that hangs must not hang the person. Ordinary answers take a few milliseconds.
const READ_MS = 1500;
const WRITE_MS = 1500;

/** @typedef {Pick<chrome.storage.StorageArea, "get" | "set" | "remove" | "clear">} Area */
/** @import { Items, Pieces } from "./cases-apart.js" */
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
  /** @type {{text: string, state: unknown, index: string} | null} opened or packed last: what a turn finds, the one before has stored */
  let known = null;
  const shelf = createShelf(area);
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
  /** Whether another window has stored something that was not read yet. */
  let stale = false;
  /** @type {Promise<void> | null} */
  let reading = null;
  /** @type {{state: unknown} | null} what `asked` has brought */
  let early = null;
  asked?.then((items) => {
    if (news) return;
    shelf.learn(items);
    early = items[STATE] === undefined ? { state: null } : open(items[STATE]);
    due = items[DUE];
  }, () => {}); // `load` reads again, and reports what is wrong.

  /** @param {unknown} packed @returns {{state: unknown, index: string} | null} null if it cannot be read; each text is opened once */
  function open(packed) {
    if (known?.text === packed) return known;
    const opened = shelf.open(packed);
    if (opened) known = { text: /** @type {string} */ (packed), ...opened };
    return opened;
  }

  /** Another window has stored something, which the next turn reads. */
  function theirs() {
    stale = true;
    news += 1;
    ahead = null;
    whenOther();
  }

  /** @param {Items} found */
  function learn({ [STATE]: found, [DUE]: days }) {
    due = days;
    const late = blind;
    blind = stale = false;
    news += 1;
    // While it is read that another window has stored, what could not be saved here is out of date.
    const other = ahead && found !== (stored ?? undefined) && found !== writing?.text;
    stored = typeof found === "string" ? found : null;
    unreadable = found === undefined || open(found) ? undefined : found;
    if (late || other) ahead = null;
    return late || other;
  }

  /** With its cases, where it is news, in one answer: two could be of two times. */
  async function look() {
    let found = await area.get([STATE, DUE]);
    if (found[STATE] === known?.text) return found;
    if (!shelf.isAlone(found[STATE])) found = await area.get(null);
    shelf.learn(found);
    return found;
  }

  function read() {
    reading ??= look().then((found) => {
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
    if (ahead && (mine.text === null || shelf.split(ahead.state).text === mine.text)) ahead = null;
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

  /** @returns {unknown} what the door is given: a state, null, or text it will call unreadable */
  function present() {
    if (ahead) return ahead.state;
    if (unreadable !== undefined) return shelf.raw(unreadable);
    return open(stored)?.state ?? null;
  }

  /**
   * What is stored with a state: its cases, and the state that it takes the place of.
   * @param {string} text @param {Pieces} pieces @param {boolean} isGood whether the old one is good to come back to
   */
  function changes(text, pieces, isGood) {
    const changed = shelf.changes(pieces, isGood);
    return isGood && stored !== null ? { ...changed, [LAST_STATE]: owed ? text : open(stored)?.index } : changed;
  }

  return {
    /**
     * What `load` will most likely find, at once: to go on with while it reads. If it is right, the
     * state is the same object.
     * @returns {{state: unknown} | null} null when nothing is known
     */
    guess() {
      if (!news) return early;
      return blind || stale || ahead || unreadable !== undefined ? null : { state: present() };
    },

    /** @returns {string} as of when the stored days are, on which to remind; "" for none */
    counted: () => countedIn(due),

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
      const { text, pieces } = shelf.split(state);
      const days = reminders ? JSON.stringify(reminders) : due;
      const isSame = stored !== null && text === open(stored)?.index;
      // What an older guide has stored as one text stays so until something changes.
      const next = isSame ? /** @type {string} */ (stored) : text;
      if (!blind && !writing && isSame && days === due && !(free && shelf.orphans(pieces).length)) {
        [known, ahead] = [{ text: next, state, index: text }, null];
        return null;
      }
      ahead = { state };
      // Said at once, in every browser: Chromium would store this one, and no further change of it.
      if (!shelf.fits({ text, pieces })) return "not_saved";
      // What is there was never seen: writing now could destroy it.
      if (blind) return "not_read";
      if (writing) return "not_saved";
      if (!free) return "busy";
      /** @type {unknown} */
      let found;
      try {
        await write(next, async () => {
          const isGood = isRead && unreadable === undefined;
          const isKept = isSame || isGood || (stored ?? unreadable) === undefined;
          const aside = isKept ? {} : await shelf.aside(unreadable ?? stored, shelf.all()); // Else it is sent off at once.
          const moved = days === due ? {} : { [DUE]: days };
          await shelf.put({ [STATE]: next, ...moved, ...aside, ...isSame ? {} : changes(text, pieces, isGood) }, pieces);
          ({ [STATE]: found } = await area.get(STATE));
          if (found === next) await shelf.sweep();
        });
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      }
      if (found !== next) {
        theirs();
        return "not_read";
      }
      known = { text: next, state, index: text };
      [stored, ahead, unreadable, due, owed] = [next, null, undefined, days, isSame && owed];
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
      if (text !== null && free && !stale && !ahead && !writing) {
        await write(text, async () => {
          await shelf.put({ [LAST_STATE]: text });
          await shelf.sweep();
        });
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
      await write(null, async () => {
        await area.clear();
        shelf.learn({});
      });
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
      theirs();
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
        const items = await within(area.get(null), READ_MS);
        shelf.learn(items);
        const { [STATE]: bad, [LAST_STATE]: last } = items;
        const good = await shelf.good([open(bad) ? null : bad, bad === last ? null : last], reads);
        if (!good) return "no_copy";
        const { text, pieces } = good;
        const changed = shelf.changes(pieces, false);
        await write(text, async () => shelf.put({ [STATE]: text, ...changed, ...await shelf.aside(bad, shelf.doomed(changed)) }, pieces));
        return null;
      } catch (error) {
        console.warn("Storage cannot be written:", error);
        return "not_saved";
      }
    },
  };
}
