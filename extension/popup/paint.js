// @ts-check
// The guide's HTML is morphed into what is on the screen, so that focus, caret, scroll and what the
// person has opened stay as they are. first-paint.js has put the first view there.

import { Idiomorph } from "./idiomorph.esm.js";
import { caseOf, controlOf, controlsOf, enter, firstOf, scopeOf, screenOf, showPlace, speak } from "./screen.js";

/** @import { Response } from "../contract.js" */
/** @typedef {Pick<Response, "html" | "lang" | "dir">} View */
/**
 * What fields.js has to say while a view is painted.
 * @typedef {object} PaintHooks
 * @property {(scope: string, isCase: boolean) => void} entering  called before anything changes,
 *   with what the new screen belongs to
 * @property {(control: HTMLElement) => boolean} keeps  whether a control's value is newer than the
 *   view: such a value is not touched
 * @property {boolean} [back]  whether the person goes back, to where they left that screen
 */

// Longer than a popup takes to its full size, also on a slow machine.
const GROWING_MS = 3000;
/** The attributes that a person changes in a field. */
const VALUES = new Set(["value", "checked", "selected"]);

/**
 * Whether the morph may write an attribute. idiomorph's own `ignoreActiveValue` is no help here: it
 * also freezes the label of a focused button, and it lets go of a field that was left a moment ago
 * with its text still on the way.
 * @param {boolean} moved whether it is another screen now @param {PaintHooks["keeps"]} keeps
 * @returns {(name: string, element: Element) => boolean}
 */
export const mayWrite = (moved, keeps) => (name, element) => {
  // What the person has opened to read stays open until they go elsewhere.
  if (name === "open" && element.tagName === "DETAILS") return moved;
  const control = VALUES.has(name) ? element.closest("[data-field]") : null;
  return control === null || !keeps(/** @type {HTMLElement} */ (control));
};

/** Whether the morph may look into an element: what a script of the page has put there is not the guide's. @param {Node} node */
const isPainted = (node) => !(node instanceof Element && node.hasAttribute("data-kept"));

/**
 * Put the focus where it was when the morph had to make a new element of the same id. What has gone
 * leaves it to what is next, or to the heading: with the page itself, the next key would begin anew.
 * @param {string} id of what had the focus, "" for nothing @param {ParentNode} root
 */
function refocus(id, root) {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (id && lost) enter(document.getElementById(id) ?? firstOf(root));
}

/** Whether first-paint.js has put just that there: most openings find that nothing has changed. @param {string} html */
function isShown(html) {
  const { shown } = firstPaint;
  firstPaint.shown = null; // From now on the person and the guide change it.
  return html === shown;
}

/** A signal that ends with the person's first key, click or turn of the wheel. */
function untilTouched() {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const kind of ["keydown", "pointerdown", "wheel"]) {
    addEventListener(kind, abort, { signal: controller.signal, capture: true, passive: true });
  }
  return { signal: controller.signal, abort };
}

/** @param {HTMLElement} app the place of the guide in the page */
export function createPainter(app) {
  /** The element whose content is the screen: first-paint.js has made it. @type {HTMLElement} */
  const root = app.querySelector(":scope > div") ?? app.appendChild(document.createElement("div"));
  let painting = false;
  /** What had the focus as each screen was left. @type {Map<string, string>} */
  const left = new Map();

  /**
   * Begin a screen, with the focus where its first action or its heading is.
   * @param {PaintHooks["keeps"]} keeps somebody who is writing on stays there
   */
  function arrive(keeps = () => false) {
    showPlace(root);
    const control = root.contains(document.activeElement) ? controlOf(document.activeElement) : null;
    if (!control || !keeps(control)) enter(firstOf(root));
  }

  /** Go on in the list from which a screen was left. @returns {boolean} whether that is so, and nothing else comes first */
  function comeBack() {
    const place = document.getElementById(left.get(screenOf(root)) ?? "");
    if (!place?.closest("main ul") || !place.checkVisibility() || root.querySelector("[autofocus]")) return false;
    place.scrollIntoView({ block: "center" });
    enter(place);
    return true;
  }

  return {
    /** The screen that is shown. */
    screen: () => screenOf(root),

    /** What is typed on the screen now shown belongs to. */
    scope: () => scopeOf(root),

    /** The case that is shown, "" for none. */
    caseShown: () => caseOf(root),

    /** @param {string} field the controls of a field: one, or a group of radios */
    controls: (field) => controlsOf(root, field),

    /**
     * Whether we are changing the screen. Chromium fires `change` for a field that is removed while
     * someone types in it; by then the screen belongs to another case.
     */
    isPainting: () => painting,

    /** Begin where the person was when the popup closed. @param {string} id of the field they were in, or "" */
    resume(id) {
      const field = id ? root.querySelector(`#${CSS.escape(id)}`) : null;
      // Someone who has begun to write stays there.
      if (!root.contains(document.activeElement)) {
        arrive();
        enter(field);
      }
      const show = () => showPlace(root, field);
      show();
      // Firefox's popup is small while it opens and grows in steps: until the person does something,
      // each step puts the field somewhere else.
      const { signal, abort } = untilTouched();
      addEventListener("resize", () => requestAnimationFrame(show), { signal });
      setTimeout(abort, GROWING_MS);
    },

    /**
     * Morph the screen into the guide's view.
     * @param {View} view @param {PaintHooks} hooks @returns {boolean} whether it is another screen now
     */
    paint({ html, lang, dir }, { entering, keeps, back = false }) {
      if (isShown(html)) {
        entering(scopeOf(root), caseOf(root) !== "");
        speak(lang, dir);
        return false;
      }
      const fresh = firstPaint.parse(html);
      const moved = screenOf(fresh) !== screenOf(root);
      const focused = document.activeElement?.id ?? "";
      if (moved) left.set(screenOf(root), focused);
      entering(scopeOf(fresh), caseOf(fresh) !== "");
      const callbacks = { beforeAttributeUpdated: mayWrite(moved, keeps), beforeNodeMorphed: isPainted };
      painting = true;
      try {
        Idiomorph.morph(root, fresh, { morphStyle: "innerHTML", callbacks });
      } finally {
        painting = false;
      }
      speak(lang, dir);
      if (!moved) refocus(focused, root);
      else if (!back || !comeBack()) arrive(keeps);
      return moved;
    },
  };
}
