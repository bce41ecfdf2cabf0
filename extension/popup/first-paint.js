// @ts-check
// Built as a classic script, synchronous and in <head>: what is painted first is the person's own
// screen, in the right language, with what they typed last, and no module is waited for. What it
// imports the build joins to it; popup.js uses the same modules. All else is loaded after it.
//
//     head       language and direction; whether a view is remembered
//     app read   the view last painted, the drafts, the focus
//     painted    popup.js, and what it will ask the browser; what the person did until then is
//                handed to it, in order

import { FRAMES } from "../shared/frames.js";
import { clean } from "./clean.js";
import * as drafts from "./drafts.js";
import { listenToKeys } from "./keys.js";
import { lastField, lastView } from "./last-view.js";
import { browserLocale, directionOf, isLocale } from "./locale.js";
import { START, controlsOf, enter, fill, scopeOf, showPlace, speak } from "./screen.js";

// Characters in one field. Chromium's time to lay them out grows with their square: a third of a
// second for these, half a minute for a million. The guide itself takes half as many.
const MOST = 100_000;
// The notices that no turn of the guide shows or hides.
const SAID = ["too_much_at_once", "copied", "copy_failed"].map((name) => `[data-notice="${name}"]`).join();
// A page that is not shown paints no frame.
const LATEST_MS = 300;

const html = document.documentElement;
const surface = surfaceOf();
const frame = FRAMES[surface];
// For the style sheet: what stays open has the room that it is given.
html.toggleAttribute("data-stays", frame.stays);
html.toggleAttribute("data-beside", frame.beside);
/** What the screen belongs to. */
let scope = START;

// With `trusted-types paint` in the policy of the page, no other line can make markup of a string.
const policy = globalThis.trustedTypes?.createPolicy("paint", { createHTML: (text) => text });

/** The page says which surface it is, or its address does: the popup's page is the panel's, too. */
function surfaceOf() {
  const named = html.dataset.surface ?? new URLSearchParams(location.search).get("surface") ?? "";
  return Object.hasOwn(FRAMES, named) ? /** @type {keyof typeof FRAMES} */ (named) : "popup";
}

/** @param {string} text */
function parse(text) {
  const template = document.createElement("template");
  template.innerHTML = /** @type {string} */ (policy ? policy.createHTML(text) : text);
  clean(template.content);
  return template.content;
}

const view = lastView();
const locale = isLocale(view?.lang) ? view.lang : browserLocale();
speak(locale, directionOf(locale));
// The view is of where the person is in the guide. Another version's may have events that this guide does not know.
// The page has the version: Firefox would take ten milliseconds for the first call of its interfaces.
const remembered = view !== null && frame.keeps_place && view.version === html.dataset.version;

/** @type {Event[]} */
const early = [];
const watching = new AbortController();

/** @type {FirstPaint} */
const lent = {
  surface,
  frame,
  parse,
  shown: null,
  asked: { tabs: null, stored: null, locks: null },
  takeOver() {
    watching.abort();
    return early.splice(0);
  },
};

/** What was painted last, as the person left it, in place of the prerendered start. */
function recall() {
  speak(locale, html.dir); // The notices have come since.
  const root = document.createElement("div");
  const first = document.querySelector(`[data-first="${html.lang}"]`)?.textContent;
  const shown = (remembered ? view.html : first) ?? "";
  root.append(parse(shown));
  root.querySelector("[data-live]")?.replaceChildren(); // It told of what was done then.
  document.getElementById("app")?.replaceChildren(root);
  lent.shown = shown;
  scope = scopeOf(root);
  // Drafts go into their fields now, or the person would type on in an older text.
  for (const [field, value] of drafts.list(scope)) {
    for (const control of controlsOf(root, field)) fill(control, value);
  }
  html.dataset.view = remembered ? "recalled" : "first";
  const field = remembered && lastField();
  enter((field && document.getElementById(field)) || root.querySelector("[autofocus]"));
  if (root.querySelector("[data-here]")) showPlace(root);
}

/** Nothing carries it out yet: keep it, so that it comes after what came before it. @param {Event} event */
function hold(event) {
  early.push(event);
  if (event.type === "input") keep(/** @type {HTMLInputElement} */ (event.target));
  if (event.type === "click" || event.type === "submit") event.preventDefault();
}

/** A popup can die at any key. @param {HTMLInputElement} control */
function keep({ dataset: { field }, selectionEnd, value }) {
  if (field && selectionEnd !== null) drafts.put({ scope, field }, value);
}

/**
 * A pasted book would freeze the popup, and as a draft each opening of it: it is kept out before it
 * is there. Nothing is lost: the text still is where it was copied from.
 * @param {InputEvent} event
 */
function measure(event) {
  const { selectionStart, selectionEnd, value } = /** @type {HTMLInputElement} */ (event.target);
  const added = event.data?.length ?? 0;
  const stays = (value?.length ?? 0) - ((selectionEnd ?? 0) - (selectionStart ?? 0));
  const fits = added === 0 || stays + added <= MOST;
  if (!fits) event.preventDefault();
  if (fits) hush();
  else document.querySelector('[data-notice="too_much_at_once"]')?.toggleAttribute("hidden", false);
}

/** What the shell said by itself is over with the next thing that the person does; no answer of the guide removes it. */
function hush() {
  for (const notice of document.querySelectorAll(SAID)) notice.toggleAttribute("hidden", true);
}

globalThis.firstPaint = lent;

for (const kind of ["input", "change", "click", "submit"]) {
  addEventListener(kind, hold, { capture: true, signal: watching.signal });
}
addEventListener("beforeinput", measure, { capture: true });
for (const kind of ["click", "submit", "change"]) addEventListener(kind, hush, { capture: true });
listenToKeys();
// Sooner than DOMContentLoaded: at the first pause in which all of #app has been read.
const reading = new MutationObserver(() => {
  if (!document.getElementById("failed")) return;
  reading.disconnect();
  attempt(recall); // Without it the prerendered screen will do.
  performance.mark("first-view");
  // The frame first: in Firefox, what asks the browser for something is in its way.
  requestAnimationFrame(() => setTimeout(load));
  setTimeout(load, LATEST_MS);
});
reading.observe(document, { childList: true, subtree: true });

let loaded = false;
function load() {
  if (loaded) return;
  loaded = true;
  // Both lie in the same folder once they are built.
  void import("./popup.js");
  import("./idiomorph.esm.js").catch(() => {}); // Which popup.js imports: asked for at once.
  lent.asked = {
    tabs: ask(() => chrome.tabs.query({ active: true, currentWindow: true })),
    stored: ask(() => chrome.storage.local.get(null)),
    locks: ask(() => navigator.locks.query()),
  };
}

/** @template T @param {() => T} action */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** Asked while popup.js is on its way: the browser takes as long. @template T @param {() => Promise<T>} question */
function ask(question) {
  const answer = attempt(question);
  answer?.catch(() => {}); // The one that awaits it has its error.
  return answer;
}
