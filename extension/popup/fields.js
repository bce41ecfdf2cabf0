// @ts-check
// What the person types, from the key to the stored state. Each input is a draft at once, a `typed`
// event after a moment's quiet, and settled when the state that holds it is stored. Nothing is done
// at `pagehide`: a turn begun in a dying popup never ends, and the draft is there already.

import * as drafts from "./drafts.js";
import { caseShown, controls, isPainting, scope } from "./paint.js";

const QUIET_MS = 150;
// The screen on which first words make a case.
const BIRTHPLACE = "start";

/** @import { Typed } from "../contract.js" */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/**
 * `sent`: the value last on its way to Python. `from`: where the draft was before first words made
 * a case; kept beside the new place until the state with that case is stored. `case`: what it was
 * typed for, as the event tells it. `found`: a draft brought back, and not touched since.
 * @typedef {{scope: string, case: string | null, from: string | null, value: string, sent: string | null, found: boolean}} Entry
 */

/** @param {EventTarget | null} target @returns {Control | null} */
export function controlOf(target) {
  return target instanceof Element ? /** @type {Control | null} */ (target.closest("[data-field]")) : null;
}

/** @param {Control} control @returns {string | null} null for the radio that was not chosen */
function valueOf(control) {
  if (!(control instanceof HTMLInputElement)) return control.value;
  if (control.type === "checkbox") return control.checked ? control.value : "";
  return control.type === "radio" && !control.checked ? null : control.value;
}

/** @param {HTMLElement} element @param {string} value */
function fill(element, value) {
  const control = /** @type {Control} */ (element);
  if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
    control.checked = control.value === value;
  } else if (control.value !== value) {
    control.value = value;
  }
}

/** @param {string} field @param {Entry} entry @returns {drafts.Place[]} where its draft is kept */
const placesOf = (field, { scope: now, from }) =>
  (from === null ? [now] : [now, from]).map((where) => ({ scope: where, field }));

/** @param {(field: string) => void} send queues the `typed` event of a field; `take` gives it when its turn comes */
export function createFields(send) {
  /** @type {Map<string, Entry>} what is not yet in the state on the screen */
  const entries = new Map();
  /** @type {{place: drafts.Place, value: string}[]} in a state that is not stored so far */
  const unstored = [];
  // While the stored state cannot be read, the cases on the screen are none that will ever be
  // stored, though they may have their names: drafts wait where a new case begins.
  let apart = false;
  let painted = false;
  let composing = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const here = () => (apart ? BIRTHPLACE : scope());

  /** @param {string} value @param {boolean} found @returns {Entry} */
  const entryOf = (value, found) =>
    ({ scope: here(), case: apart ? null : caseShown(), from: null, value, sent: null, found });

  function flush() {
    clearTimeout(timer);
    for (const [field, { value, sent }] of entries) if (value !== sent && field !== composing) send(field);
  }

  /** @param {Control} control @param {boolean} quick */
  function note(control, quick) {
    const field = control.dataset.field ?? "";
    const value = valueOf(control);
    if (value === null) return;
    const entry = entries.get(field) ?? entryOf(value, false);
    [entry.value, entry.found] = [value, false];
    entries.set(field, entry);
    const kept = placesOf(field, entry).every((place) => drafts.put(place, value));
    clearTimeout(timer);
    // Without a draft the stored state is all there is, so it must not wait.
    if (quick || !kept) flush();
    else timer = setTimeout(flush, QUIET_MS);
  }

  /** Bring back what was typed here and never reached the state. */
  function replay() {
    for (const [field, value] of drafts.list(here())) {
      const shown = controls(field);
      // What has no place on this screen waits for the screen that has one.
      if (entries.has(field) || shown.length === 0) continue;
      for (const element of shown) fill(element, value);
      entries.set(field, entryOf(value, true));
    }
    flush();
  }

  return {
    flush,
    replay,

    /** @param {Event} event `input` and `change`; a choice is made in one step, text in many */
    note(event) {
      const control = isPainting() ? null : controlOf(event.target);
      if (control) note(control, event.type === "change" || control instanceof HTMLSelectElement);
    },

    /** Half a composed word is kept as a draft, but it is nobody's business yet. @param {Event} event */
    compose(event) {
      const control = controlOf(event.target);
      composing = event.type === "compositionstart" ? control?.dataset.field ?? "" : "";
      if (control && !composing) note(control, false);
    },

    /** To be asked when no other window has a turn. @param {string} field @returns {Typed | null} */
    take(field) {
      const entry = entries.get(field);
      if (!entry || entry.value === entry.sent) return null;
      // A draft that was found may be one that another window is just writing, and has stored since.
      if (entry.found && drafts.get({ scope: entry.scope, field }) !== entry.value) {
        entries.delete(field);
        return null;
      }
      entry.sent = entry.value;
      return { type: "typed", field, value: entry.value, case: entry.case };
    },

    /** The guide has taken what was sent of this field. @param {string} field */
    answered(field) {
      const entry = entries.get(field);
      if (!entry) return;
      for (const place of placesOf(field, entry)) unstored.push({ place, value: entry.sent ?? "" });
    },

    /** The view that is about to be painted has what was sent of this field. @param {string} field */
    shown(field) {
      const entry = entries.get(field);
      if (entry && entry.value === entry.sent && field !== composing) entries.delete(field);
    },

    /**
     * First words have made a case, and its state is about to be stored. A popup that dies before
     * comes back to the screen, one that dies after to the case: until then the text is at both.
     * @param {string} next the case
     */
    carry(next) {
      for (const [field, entry] of entries) {
        if (apart || entry.scope !== BIRTHPLACE) continue;
        [entry.from, entry.scope, entry.case] = [entry.scope, next, next];
        drafts.put({ scope: next, field }, entry.value);
      }
    },

    /** Whether the stored state cannot be read. @param {boolean} unread */
    separate(unread) {
      apart = unread;
    },

    /**
     * All that the guide has taken is stored: only what has been typed since is a draft. To be told
     * before another window has a turn, or it would take the draft for words that nobody has stored.
     */
    stored() {
      for (const { place, value } of unstored.splice(0)) drafts.settle(place, value);
      for (const [field, entry] of entries) {
        if (entry.from !== null) drafts.settle({ scope: entry.from, field }, entry.value);
        entry.from = null;
      }
    },

    /**
     * The screen is about to belong to something else. First words make a case, so text still on
     * its way goes along with them; any other move leaves it behind as a draft, until the person is
     * back there.
     * On opening, the first screen may be older than the state: a popup died when it had stored the case
     * and not yet painted it. What stands on the start screen then is the newest there is.
     * @param {string} next @param {boolean} isCase @param {string} type of the event that leads there
     */
    leave(next, isCase, type) {
      for (const [field, entry] of entries) {
        if (apart || entry.scope === next) continue;
        const born = isCase && entry.scope === BIRTHPLACE;
        if (born && (type === "typed" || (type === "opened" && !painted))) {
          drafts.move({ scope: entry.scope, field }, next);
          [entry.scope, entry.case] = [next, next];
        } else {
          entries.delete(field);
        }
      }
      painted = true;
    },

    /** The state that the guide has put it in is gone: what was typed is a draft again. */
    unsaved() {
      unstored.length = 0;
    },

    /** Whether something typed is still on its way into the state. */
    busy: () => entries.size > 0,

    /** @param {HTMLElement} control @returns {boolean} whether it shows something newer than the state */
    keeps: (control) => entries.has(control.dataset.field ?? ""),
  };
}
