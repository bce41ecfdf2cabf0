// @ts-check
// What was typed and is not yet in the view on the screen: the bookkeeping of fields.js, without the
// page. Each entry is also a draft in storage, until a state with its text is stored.

import * as drafts from "./drafts.js";
import { START } from "./screen.js";

/**
 * One field's text on its way.
 * @typedef {object} Entry
 * @property {string} scope  where its draft is kept: the case, or the screen while there is none
 * @property {string | null} case  what it was typed for, as the event says it
 * @property {string | null} from  where the draft was before first words made a case; it is kept there,
 *   too, until the state that has the case is stored
 * @property {string} value
 * @property {string | null} sent  the value last on its way to Python
 * @property {boolean} found  a draft that was brought back, and not touched since
 */
/** @typedef {Pick<Entry, "scope" | "case">} Shown what the screen belongs to */

/** @param {string} field @param {Entry} entry @returns {drafts.Place[]} where its draft is kept */
const placesOf = (field, { scope, from }) =>
  (from === null ? [scope] : [scope, from]).map((where) => ({ scope: where, field }));

/** The case that first words have made is stored: they are kept there alone. @param {string} field @param {Entry} entry */
function goAlong(field, entry) {
  if (entry.from !== null) drafts.settle({ scope: entry.from, field }, entry.value);
  entry.from = null;
}

export function createFieldEntries() {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  /**
   * What is to be done when the guide's state is stored, and the text that it has then: a draft still, but nothing new.
   * What is only carried along has none.
   * @type {{settle: () => void, field?: string, value?: string}[]}
   */
  const owed = [];
  // While the stored state cannot be read, no case on the screen will ever be stored, though it may
  // have the name of one that is: drafts wait where a new case begins.
  let apart = false;
  let painted = false;
  /** @type {string[]} at what the guide has failed since this popup opened */
  let failed = [];

  /** @param {string} value @param {boolean} found @param {Shown} shown @returns {Entry} */
  const entryOf = (value, found, { scope, case: id }) =>
    ({ scope: apart ? START : scope, case: apart ? null : id, from: null, value, sent: null, found });

  /** Take what was typed at the start along to the case that it has made. @param {string} made */
  function carry(made) {
    for (const [field, entry] of entries) {
      if (entry.scope !== START) continue;
      [entry.from, entry.scope, entry.case] = [START, made, made];
      drafts.put({ scope: made, field }, entry.value);
      owed.push({ settle: () => goAlong(field, entry) });
    }
  }

  return {
    /** @param {string} field @param {string} value @param {Shown} shown @returns {boolean} whether it is kept as a draft */
    write(field, value, shown) {
      const entry = entries.get(field) ?? entryOf(value, false, shown);
      [entry.value, entry.found] = [value, false];
      entries.set(field, entry);
      return placesOf(field, entry).map((place) => drafts.put(place, value)).every(Boolean);
    },

    /**
     * Bring back what was typed here and never reached the state.
     * @param {Shown} shown @param {(field: string, value: string) => boolean} show puts it into the field, if the screen has that
     */
    recall(shown, show) {
      for (const [field, value] of drafts.list(apart ? START : shown.scope)) {
        if (owed.some((one) => one.field === field && one.value === value)) continue;
        // What has no place on this screen waits for the screen that has one.
        if (!entries.has(field) && show(field, value)) entries.set(field, entryOf(value, true, shown));
      }
    },

    /** @returns {string[]} the fields whose text has not been sent */
    unsent: () => [...entries].filter(([, { value, sent }]) => value !== sent).map(([field]) => field),

    /**
     * What a field holds now, for its `typed` event. Ask only while no other window has a turn.
     * @param {string} field @returns {{value: string, case: string | null} | null} null if there is nothing new
     */
    take(field) {
      const entry = entries.get(field);
      if (!entry || entry.value === entry.sent) return null;
      // A draft that was found may be one that another window is just writing, and has stored since.
      if (entry.found && drafts.get({ scope: entry.scope, field }) !== entry.value) {
        entries.delete(field);
        return null;
      }
      entry.sent = entry.value;
      return { value: entry.value, case: entry.case };
    },

    /**
     * The guide has answered; its state is about to be stored. If first words have made a case, a
     * popup that dies before that comes back to the screen, and one that dies after it to the case:
     * until then the text is kept under both.
     * @param {string} field whose text is in that state, "" for none @param {string | null} made the case that typing has led to
     * @param {boolean} unread whether the stored state cannot be read
     */
    taken(field, made, unread) {
      apart = unread;
      if (!apart && made !== null) carry(made);
      const entry = entries.get(field);
      if (!entry) return;
      const [places, value] = [placesOf(field, entry), entry.sent ?? ""];
      const settle = () => {
        // Only what was typed since is a draft then.
        for (const place of places) drafts.settle(place, value);
        goAlong(field, entry);
      };
      owed.push({ settle, field, value });
    },

    /**
     * All that the guide has is stored, and no other window has had a turn yet: it would take what is stored
     * now for a draft that was never stored.
     */
    stored() {
      for (const { settle } of owed.splice(0)) settle();
    },

    /**
     * The guide fails at this text: it must not be sent by itself at each opening, which would end there too.
     * @param {string} field
     */
    setAside(field) {
      const entry = entries.get(field);
      if (!entry) return;
      const { value } = entry; // With what was typed since: the view takes it from the field.
      failed = [...failed.filter((text) => text !== value), value];
      for (const place of placesOf(field, entry)) drafts.setAside(place, value);
      entries.delete(field);
    },

    /** @param {string} scope @returns {string} what the guide has failed at, to be copied; "" for nothing */
    aside: (scope) => [...new Set([...drafts.aside(apart ? START : scope), ...failed])].join("\n\n"),

    /** The state that the guide has put them in is gone: all texts are drafts again. */
    lose() {
      owed.length = 0;
    },

    /** The view that is about to be painted has what was sent of this field. @param {string} field */
    close(field) {
      const entry = entries.get(field);
      if (entry && entry.value === entry.sent) entries.delete(field);
    },

    /**
     * The screen is about to belong to something else. First words make a case, so text still on its
     * way goes along with them; any other move leaves it behind as a draft until the person is back.
     * The first screen can be older than the state: a popup died when it had stored the case and not
     * yet painted it. What stands on the start screen then is the newest there is.
     * @param {string} next @param {boolean} isCase @param {string} type of the event that leads there
     */
    leave(next, isCase, type) {
      for (const [field, entry] of entries) {
        if (apart || entry.scope === next) continue;
        const born = isCase && entry.scope === START;
        if (born && (type === "typed" || (type === "opened" && !painted))) {
          drafts.move({ scope: entry.scope, field }, next);
          [entry.scope, entry.case] = [next, next];
        } else {
          entries.delete(field);
        }
      }
      painted = true;
    },

    /** @param {string} field @returns {boolean} whether it is newer here than in the state */
    has: (field) => entries.has(field),

    /** Whether anything is still on its way into the state. */
    any: () => entries.size > 0,
  };
}
