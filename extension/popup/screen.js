// @ts-check
// What the guide's HTML says of itself, and its fields as elements: for the first paint, which has
// no module loaded yet, and for all that comes after it. Nothing happens when this is loaded.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** The screen on which first words make a case. */
export const START = "start";

/** @param {ParentNode} within @returns {DOMStringMap | undefined} */
const aboutScreen = (within) =>
  /** @type {HTMLElement | null} */ (within.querySelector("main[data-screen]"))?.dataset;

/** @param {ParentNode} within @returns {string} the screen's name and the thing on it: two cases are two screens */
export function screenOf(within) {
  const { screen = "", item = "" } = aboutScreen(within) ?? {};
  return `${screen}/${item}`;
}

/** @param {ParentNode} within @returns {string} the case that is shown, "" for none */
export const caseOf = (within) => aboutScreen(within)?.case ?? "";

/**
 * @param {ParentNode} within
 * @returns {string} what the text typed there belongs to: the case, or the screen while there is none
 */
export const scopeOf = (within) => caseOf(within) || aboutScreen(within)?.screen || START;

/** @param {ParentNode} within @param {string} field @returns {Control[]} the controls of a field: one, or a group of radios */
export const controlsOf = (within, field) =>
  /** @type {Control[]} */ ([...within.querySelectorAll(`[data-field="${CSS.escape(field)}"]`)]);

/** @param {EventTarget | null} target @returns {Control | null} */
export function controlOf(target) {
  return target instanceof Element ? /** @type {Control | null} */ (target.closest("[data-field]")) : null;
}

/** @param {Control} control */
const isTicked = ({ type }) => type === "radio" || type === "checkbox";

/** @param {Control} control @returns {string | null} null for the radio that was not chosen */
export function valueOf(control) {
  const { type, value } = control;
  if (!isTicked(control) || /** @type {HTMLInputElement} */ (control).checked) return value;
  return type === "checkbox" ? "" : null;
}

/** @param {Control} control @param {string} value */
export function fill(control, value) {
  if (isTicked(control)) /** @type {HTMLInputElement} */ (control).checked = control.value === value;
  else if (control.value !== value) control.value = value;
}

/** Give an element the focus; in a text, at its end, where the writing stopped. @param {Element | null} element */
export function enter(element) {
  const control = /** @type {HTMLTextAreaElement | null} */ (element);
  control?.focus({ preventScroll: true });
  // Only texts have a caret that can be placed: not dates, e-mail addresses, choices.
  if (typeof control?.selectionEnd === "number") control.setSelectionRange(control.value.length, control.value.length);
}

/** @param {ParentNode} within @returns {Element | null} what has the focus when a screen begins */
export const firstOf = (within) => within.querySelector("[autofocus]") ?? within.querySelector("main [tabindex='-1']");

/**
 * Show the screen from its top, or from where the guide says that the person has come to, with what is next.
 * @param {ParentNode} within @param {Element | null} field in which the person was
 */
export function showPlace(within, field = null) {
  document.scrollingElement?.scrollTo(0, 0);
  const here = within.querySelector("[data-here]");
  here?.scrollIntoView({ block: "start" });
  field?.scrollIntoView({ block: "nearest" });
  const next = here && !field ? firstOf(within) : null;
  // In a small window it does not stay in sight by itself.
  if (next && next.getBoundingClientRect().bottom > innerHeight) next.scrollIntoView({ block: "end" });
}

/** Turn the page to a language; what it says in all of them is shown in that one. @param {string} lang @param {string} dir */
export function speak(lang, dir) {
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  for (const text of document.querySelectorAll("[data-locale]")) {
    /** @type {HTMLElement} */ (text).hidden = text.getAttribute("data-locale") !== lang;
  }
}
