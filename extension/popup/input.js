// @ts-check
// Clicks, keys, typing and chosen files. All listeners stand on the document; the guide's HTML says
// in `data-event`, `data-effect` and `data-field` what each means.

import { AT_ONCE } from "./effects.js";
import { keepField } from "./last-view.js";
import { controlOf } from "./screen.js";

/** @import { ShellEffect } from "./effects.js" */
/** @import { createFields } from "./fields.js" */
/** @import { createTurnQueue } from "./turn-queue.js" */
/**
 * What input leads to.
 * @typedef {object} Handlers
 * @property {Pick<ReturnType<typeof createFields>, "note" | "compose" | "flush" | "busy">} fields
 * @property {Pick<ReturnType<typeof createTurnQueue>, "push" | "idle" | "owing">} turns
 * @property {(effect: ShellEffect) => Promise<void>} act
 * @property {() => string} screen  names the one that is shown
 */

// Longer than a click takes; a press that is held selects text, and then the view may change.
const PRESS_MS = 600;

let pressed = Promise.resolve();

function press() {
  const { promise, resolve } = Promise.withResolvers();
  pressed = /** @type {Promise<void>} */ (promise);
  setTimeout(resolve, PRESS_MS);
  // After the click that the same movement makes.
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => setTimeout(resolve), { once: true });
}

/**
 * Resolves when no button is being pressed. Leaving a field sends its text, and the view that answers
 * may move the very button under the mouse before it is up again: the click would hit nothing.
 */
export const still = () => pressed;

/** @param {HTMLElement} element @param {"event" | "effect"} what @returns {any} what the guide wrote there */
const read = (element, what) => JSON.parse(element.dataset[what] ?? "null");

/**
 * A file was chosen: its text goes to the guide, no more of it than the guide wants to read.
 * @param {HTMLInputElement} input
 */
async function readFile(input) {
  const file = input.files?.[0];
  if (!file) return null;
  const text = await file.slice(0, Number(input.dataset.most)).text().catch(() => null);
  input.value = ""; // So that choosing the same file again is a change, too.
  return { ...JSON.parse(input.dataset.file ?? ""), size: file.size, text };
}

/** @param {Handlers} handlers */
export function listen({ fields, turns, act, screen }) {
  let firstClickOn = "";

  /** @param {HTMLElement} element */
  async function perform(element) {
    const wanted = read(element, "effect");
    if (AT_ONCE.has(wanted?.kind)) return act(wanted);
    // The guide wrote the text to copy before the last words were typed, or the last choice was
    // made: wait until it has written again. Else the effect begins at once, in the click, as Firefox demands.
    if (fields.busy() || turns.owing()) await turns.idle();
    const effect = read(document.getElementById(element.id) ?? element, "effect");
    if (effect) await act(effect);
  }

  /** @param {HTMLElement} element */
  function use(element) {
    fields.flush();
    if (element.dataset.effect) void perform(element);
    // A box may be clicked again before the view that answers is here: what it shows now counts.
    const on = element instanceof HTMLInputElement ? { on: element.checked } : {};
    if (element.dataset.event) turns.push({ ...read(element, "event"), ...on });
  }

  /** @param {MouseEvent} event */
  function follow(event) {
    const link = /** @type {Element} */ (event.target).closest("a[href]");
    // A link on the page itself only scrolls; any other is opened as an effect, which checks it.
    if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    void act({ kind: "open", url: link.href });
  }

  addEventListener("pointerdown", press);

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    follow(event);
    const element = /** @type {HTMLElement | null} */ (event.target.closest(":not(form)[data-event], [data-effect]"));
    if (!element || element.ariaDisabled === "true") return;
    // The form's own event is for Enter; this button has one of its own. Any other default stays:
    // a button may also close the menu it is in.
    if (element instanceof HTMLButtonElement && element.form && element.type === "submit") event.preventDefault();
    // The second half of a double click must not press what the first has brought under the mouse.
    const here = `${screen()} ${element.id}`;
    if (event.detail < 2) firstClickOn = here;
    else if (firstClickOn !== here) return;
    use(element);
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = /** @type {HTMLElement} */ (event.target);
    if (form.dataset.event) use(form);
  });

  document.addEventListener("keydown", (event) => {
    // Escape empties a search field and closes the popup. In a field it means "out of here".
    if (event.key !== "Escape" || event.isComposing || !controlOf(event.target)) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (event.target).blur();
  });

  document.addEventListener("change", async ({ target }) => {
    const input = /** @type {Element} */ (target).closest("[data-file]");
    const event = input instanceof HTMLInputElement ? await readFile(input) : null;
    if (event) turns.push(event);
  });

  document.addEventListener("focusin", ({ target }) => keepField(controlOf(target)?.id ?? ""));
  for (const kind of ["input", "change"]) document.addEventListener(kind, fields.note);
  for (const kind of ["compositionstart", "compositionend"]) document.addEventListener(kind, fields.compose);
}
