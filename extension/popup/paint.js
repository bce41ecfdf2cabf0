// @ts-check
// The guide's HTML is morphed into what is on the screen, so that focus, caret, scroll and what the
// person has opened stay as they are. first-paint.js has put the first view there.

import { Idiomorph } from "./idiomorph.esm.js";

/** @import { Response } from "../contract.js" */
/** @typedef {Pick<Response, "html" | "lang" | "dir">} View */

const app = /** @type {HTMLElement} */ (document.getElementById("app"));

/**
 * The element whose content is the screen: first-paint.js has made it.
 * @type {HTMLElement}
 */
const root = app.querySelector(":scope > div") ?? app.appendChild(document.createElement("div"));

/** @param {ParentNode} within */
const main = (within) => /** @type {HTMLElement | null} */ (within.querySelector("main[data-screen]"));

/** @param {ParentNode} within holds the screen's name and the thing on it, so that two cases are two screens */
function screenOf(within) {
  const { screen = "", item = "" } = main(within)?.dataset ?? {};
  return `${screen}/${item}`;
}

/** The screen that is shown. */
export const screen = () => screenOf(root);

/** @param {ParentNode} within says what the text typed there belongs to: the case, or the screen while there is none */
const scopeOf = (within) => main(within)?.dataset.case || main(within)?.dataset.screen || "start";

/** What is typed on the screen now shown belongs to. */
export const scope = () => scopeOf(root);

/** The case that is shown, "" for none. */
export const caseShown = () => main(root)?.dataset.case ?? "";

/** @param {string} field @returns {HTMLElement[]} the controls of a field: one, or a group of radios */
export const controls = (field) => [...root.querySelectorAll(`[data-field="${CSS.escape(field)}"]`)]
  .map((element) => /** @type {HTMLElement} */ (element));

/** @param {string} lang @param {string} dir */
function speak(lang, dir) {
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}

/** Give an element the focus; in a text, at its end, where the writing stopped. @param {Element | null} element */
function enter(element) {
  /** @type {HTMLElement | null} */ (element)?.focus({ preventScroll: true });
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  // Only texts have a caret that can be placed: not dates, e-mail addresses, choices.
  if (!isField || element.selectionEnd === null) return;
  element.setSelectionRange(element.value.length, element.value.length);
}

/** Begin a screen at its top, with the focus where its first action or its heading is. */
function arrive() {
  document.scrollingElement?.scrollTo(0, 0);
  const first = root.querySelector("[autofocus]");
  const lost = !root.contains(document.activeElement);
  enter(first ?? (lost ? root.querySelector("main [tabindex='-1']") : null));
}

// Longer than a popup takes to its full size, also on a slow machine.
const GROWING_MS = 3000;

/** Begin where the person was when the popup closed. @param {string} id of the field they were in, or "" */
export function resume(id) {
  const field = id ? root.querySelector(`#${CSS.escape(id)}`) : null;
  // Who has begun to write stays where they are.
  if (!root.contains(document.activeElement)) {
    arrive();
    enter(field);
  }
  const show = () => {
    document.scrollingElement?.scrollTo(0, 0);
    field?.scrollIntoView({ block: "nearest" });
  };
  show();
  // Firefox's popup is small while it opens and grows in steps: until the person does something,
  // each step puts the field somewhere else.
  const { signal, abort } = untilTouched();
  addEventListener("resize", () => requestAnimationFrame(show), { signal });
  setTimeout(abort, GROWING_MS);
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

/** Put the focus where it was when the morph had to make a new element of the same id. @param {string} id */
function refocus(id) {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (id && lost) document.getElementById(id)?.focus({ preventScroll: true });
}

let painting = false;

/**
 * Whether the screen is being changed by us. Chromium has a field that is taken away in mid-word say
 * `change`, at a moment when the screen belongs to another case already.
 */
export const isPainting = () => painting;

/** Whether first-paint.js has put just that there: most openings find the guide of the same mind. @param {string} html */
function isShown(html) {
  const { shown } = firstPaint;
  firstPaint.shown = null; // From now on the person and the guide change it.
  return html === shown;
}

const PERSONS = new Set(["value", "checked", "selected"]);

/**
 * Morph the screen into the guide's view.
 *
 * `entering` is told what the new screen belongs to before anything changes. `keeps` tells whether
 * a control's value is newer than the view; such a value is not touched. idiomorph's own
 * `ignoreActiveValue` is no help here: it also freezes the label of a focused button, and it lets
 * go of a field that was left a moment ago with its text still on the way.
 * @param {View} view
 * @param {{entering: (scope: string, isCase: boolean) => void, keeps: (control: HTMLElement) => boolean}} person
 * @returns {boolean} whether it is another screen now
 */
export function paint({ html, lang, dir }, { entering, keeps }) {
  if (isShown(html)) {
    entering(scope(), caseShown() !== "");
    speak(lang, dir);
    return false;
  }
  const fresh = firstPaint.parse(html);
  const moved = screenOf(fresh) !== screen();
  const focused = document.activeElement?.id ?? "";
  entering(scopeOf(fresh), Boolean(main(fresh)?.dataset.case));
  /** @param {string} name @param {Element} element */
  const mayUpdate = (name, element) => {
    // What the person has opened to read stays open until they go elsewhere.
    if (name === "open" && element instanceof HTMLDetailsElement) return moved;
    const control = PERSONS.has(name) ? element.closest("[data-field]") : null;
    return control === null || !keeps(/** @type {HTMLElement} */ (control));
  };
  painting = true;
  try {
    Idiomorph.morph(root, fresh, { morphStyle: "innerHTML", callbacks: { beforeAttributeUpdated: mayUpdate } });
  } finally {
    painting = false;
  }
  speak(lang, dir);
  if (moved) arrive();
  else refocus(focused);
  return moved;
}
