// @ts-check
// What the person types, from the key to the stored state. Each input is a draft at once, a `typed`
// event after a moment's quiet, and done when the state that has it is stored. Nothing is done at
// `pagehide`: a turn that begins in a dying popup never ends, and the draft is there already.
//
// A turn goes through four of these functions, in this order (turn.js says why):
//     take     what a field holds, when its turn comes
//     taken    the guide has it
//     stored   the storage has answered
//     shown    the view that has it is painted

import { createFieldEntries } from "./field-entries.js";
import { controlOf, fill, valueOf } from "./screen.js";

/** @import { Event as GuideEvent, Response, Typed } from "../contract.js" */
/** @import { createPainter, PaintHooks } from "./paint.js" */
/** @import { Control } from "./screen.js" */

const QUIET_MS = 150;

/**
 * @param {Pick<ReturnType<typeof createPainter>, "scope" | "caseShown" | "controls" | "isPainting">} screen
 * @param {(field: string) => void} send queues the `typed` event of a field; `take` gives it when its turn comes
 */
export function createFields(screen, send) {
  const entries = createFieldEntries();
  let composing = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const shownNow = () => ({ scope: screen.scope(), case: screen.caseShown() });

  function flush() {
    clearTimeout(timer);
    for (const field of entries.unsent()) if (field !== composing) send(field);
  }

  /** @param {Control} control @param {boolean} quick */
  function keep(control, quick) {
    const value = valueOf(control);
    if (value === null) return;
    const kept = entries.write(control.dataset.field ?? "", value, shownNow());
    clearTimeout(timer);
    // Without a draft the stored state is all there is, so it must not wait.
    if (quick || !kept) flush();
    else timer = setTimeout(flush, QUIET_MS);
  }

  function recall() {
    entries.recall(shownNow(), (field, value) => {
      const controls = screen.controls(field);
      for (const control of controls) fill(control, value);
      return controls.length > 0;
    });
    flush();
  }

  /** @param {Event} event `input` and `change`; a choice is made in one step, text in many */
  function note(event) {
    const control = screen.isPainting() ? null : controlOf(event.target);
    if (control) keep(control, event.type === "change" || control instanceof HTMLSelectElement);
  }

  return {
    flush,
    note,

    /** Start from what was typed before anything listened. @param {Event[]} early */
    begin(early) {
      early.forEach(note);
      recall();
    },

    /** Half a composed word is kept as a draft, but it is not sent yet. @param {Event} event */
    compose(event) {
      const control = controlOf(event.target);
      composing = event.type === "compositionstart" ? control?.dataset.field ?? "" : "";
      if (control && !composing) keep(control, false);
    },

    /** Ask only while no other window has a turn. @param {string} field @returns {Typed | null} */
    take(field) {
      const taken = entries.take(field);
      return taken && { type: "typed", field, ...taken };
    },

    /**
     * The guide has answered; its state is about to be stored. What it refused stays a draft, and on the screen.
     * @param {GuideEvent} event @param {Response} response @param {boolean} unread whether the stored state cannot be read
     * @returns {string} the field whose text is in its state now, "" for none
     */
    taken(event, response, unread) {
      const { current = null } = /** @type {{current?: string | null}} */ (response.state ?? {});
      const field = event.type === "typed" && !response.problem ? event.field : "";
      entries.taken(field, event.type === "typed" ? current || null : null, unread);
      return field;
    },

    /** The storage has answered, and no other window has had a turn yet: see field-entries.js. */
    stored: entries.stored,

    /** The guide has failed at a text. */
    setAside: entries.setAside,

    /** What the guide has failed at on this screen, to be copied; "" for nothing. */
    aside: () => entries.aside(screen.scope()),

    /** The state that the guide has put them in is gone: all texts are drafts again. */
    lose: entries.lose,

    /**
     * Have the view painted that answers an event; then what has no place on it is brought back.
     * @param {GuideEvent["type"]} type @param {string} field what of it the guide has taken, "" for nothing
     * @param {(hooks: PaintHooks) => boolean} paint returns whether it is another screen now
     */
    shown(type, field, paint) {
      if (field !== composing) entries.close(field);
      const before = screen.scope();
      const moved = paint({
        entering: (next, isCase) => entries.leave(next, isCase, type),
        // The guide may have tidied what was typed; under the person's fingers that can wait.
        keeps: (control) => entries.has(control.dataset.field ?? "")
          || (type === "typed" && control === document.activeElement),
        back: type === "back",
      });
      if (moved || screen.scope() !== before || type === "opened") recall();
    },

    /** Whether something typed is still on its way into the state. */
    busy: entries.any,
  };
}
