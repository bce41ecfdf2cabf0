// @ts-check
// The wiring: the person's hands on one side, the guide on the other. Nothing is decided here.

import { locale, localTime, readDevice } from "./device.js";
import { forget, keepLanguage, keepView, lastField } from "./drafts.js";
import { perform } from "./effects.js";
import { findEngine } from "../engine/engine-client.js";
import { createFields } from "./fields.js";
import { listen, still } from "./input.js";
import { createStateStore, exclusive } from "../shared/state-store.js";
import { noteError } from "../shared/error-log.js";
import { helpPage } from "./help-page.js";
import { paint, resume, scope } from "./paint.js";
import { createTurnQueue } from "./turn-queue.js";

/** @import { Event as GuideEvent, Response, Surface } from "../contract.js" */
/** @import { Effect } from "./effects.js" */
/** @import { Waiting } from "./turn-queue.js" */
/** @typedef {keyof typeof NEXT} LoadState */

/** Loading is a small state machine, and failure is final: "try again" opens the popup anew. */
const NEXT = { loading: ["ready", "failed"], ready: ["failed"], failed: [] };
/** Problems that come with a stored state which must be left as it is. */
const HANDS_OFF = new Set(["bad_state", "newer_state"]);

const html = document.documentElement;
/** The popup, or one of the pages beside it. */
const surface = /** @type {Surface} */ (html.dataset.surface ?? "popup");
/** What only the pages beside the popup show; the popup need not load it. */
const extensionInfo = surface === "popup" ? null : import("../pages/extension-info.js");
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const failed = /** @type {HTMLElement} */ (document.getElementById("failed"));
/** @type {LoadState} */
let loadState = "loading";
/** @type {import("../engine/engine-client.js").ReachedEngine | undefined} */
let engine;

const turns = createTurnQueue((waiting) => turn(waiting).catch(fail));
const fields = createFields((field) => turns.push({ field }));
const reopen = () => turns.push({ type: "opened" });
const store = createStateStore(chrome.storage.local, () => {
  fields.unsaved();
  reopen();
}, firstPaint.asked.stored);
chrome.storage.local.onChanged.addListener(store.heard);
const device = readDevice();

/** @param {LoadState} next @returns {boolean} whether it may be so now */
function become(next) {
  const may = /** @type {string[]} */ (NEXT[loadState]).includes(next);
  if (may) html.dataset.shell = loadState = next;
  return may;
}

/** @param {string | null} trouble names one of the notices in popup.html, which have the words */
function notify(trouble) {
  // first-paint.js, which measures what is pasted, shows and hides its notice by itself.
  for (const notice of document.querySelectorAll('[data-notice]:not([data-notice="too_much_at_once"])')) {
    /** @type {HTMLElement} */ (notice).hidden = notice.getAttribute("data-notice") !== trouble;
  }
}

/** The guide cannot be had: say so, and leave its text to read and its templates to copy. @param {unknown} error */
function fail(error) {
  const stage = loadState;
  if (!become("failed")) return;
  noteError("engine_failed", stage);
  console.warn("The guide cannot run:", error);
  turns.stop();
  failed.append(firstPaint.parse(failed.querySelector(`[data-static="${html.lang}"]`)?.textContent ?? ""));
  // Its fields are kept as drafts, and its ids are the static guide's too.
  app.replaceChildren();
  app.hidden = true;
  failed.hidden = false;
  void extensionInfo?.then(({ showReport }) => showReport(failed));
  failed.querySelector("h1")?.focus();
}

/** @param {GuideEvent} event @param {unknown} state @returns {Promise<Response>} */
async function ask(event, state) {
  const now = localTime(new Date());
  const own = (await extensionInfo)?.readExtensionInfo(engine) ?? null;
  const around = { surface, shell: await own, device: await device, page: await helpPage };
  const request = { v: 1, now, locale: locale(), ...around, state, event };
  return JSON.parse(await /** @type {NonNullable<typeof engine>} */ (engine).turn(JSON.stringify(request)));
}

/**
 * Ask with the state that is most likely stored, while the lock is waited for and storage is read.
 * Turns are pure: if it was that state, this is the answer.
 * @param {GuideEvent} event
 */
function foresee(event) {
  const guess = store.guess();
  if (!guess) return null;
  const response = ask(event, guess.state);
  response.catch(() => {}); // If it is the answer, it is awaited.
  return { state: guess.state, response };
}

/** @typedef {ReturnType<typeof foresee>} Foreseen */

/** What the guide says to an event, and what became of its state. @param {GuideEvent} event @param {Foreseen} early */
async function answer(event, early) {
  const loading = store.load();
  const foreseen = early ?? foresee(event);
  const { state, trouble: unread } = await loading;
  fields.separate(unread !== null);
  const response = await (foreseen && foreseen.state === state ? foreseen.response : ask(event, state));
  // A state that could not be read comes back as it was, or not at all.
  const handsOff = response.state === null || HANDS_OFF.has(response.problem?.code ?? "");
  const made = /** @type {{current?: string} | null} */ (response.state)?.current;
  if (event.type === "typed" && made) fields.carry(made);
  const trouble = (handsOff ? null : await store.keep(response.state)) ?? unread;
  const stored = !handsOff && trouble === null;
  // What the guide refused is in no state: it stays a draft, and on the screen.
  const taken = event.type === "typed" && !response.problem ? event.field : "";
  if (taken) fields.answered(taken);
  if (stored) fields.stored();
  if (trouble === "not_read") fields.unsaved();
  return { event, response, trouble, taken, stored };
}

/** One turn: read, ask, store, and only then paint. @param {Waiting} waiting */
async function turn(waiting) {
  const early = "type" in waiting ? foresee(waiting) : null;
  const done = await exclusive(async () => {
    const event = "type" in waiting ? waiting : fields.take(waiting.field);
    return event ? answer(event, early) : null;
  });
  if (!done) return;
  const { event, response, trouble, taken, stored } = done;
  if (response.problem) noteError(response.problem.code, event.type);
  if (trouble) noteError(trouble, event.type);
  await still();
  notify(trouble);
  if (taken) fields.shown(taken);
  show(response, event.type);
  // Painted at the next opening before the state is read, so it must be a view of what is there.
  if (stored && surface === "popup") keepView(response);
  // The popup's last view may show what a page beside it has just changed.
  else if (stored) keepLanguage(response);
  for (const effect of response.effects) await act(effect);
}

/** @param {Response} response @param {GuideEvent["type"]} type of the event it answers */
function show(response, type) {
  const [before, typed] = [scope(), type === "typed"];
  const moved = paint(response, {
    entering: (next, isCase) => fields.leave(next, isCase, type),
    // The guide may have tidied what was typed; under the person's fingers that can wait.
    keeps: (control) => fields.keeps(control) || (typed && control === document.activeElement),
  });
  app.removeAttribute("aria-busy");
  void extensionInfo?.then(({ showStored }) => showStored());
  if (!performance.getEntriesByName("python-view").length) performance.mark("python-view");
  performance.clearMarks("turn-painted"); // The last one will do, also in a popup that stays open.
  performance.mark("turn-painted");
  if (moved || scope() !== before || type === "opened") fields.replay();
}

/** A case was deleted: nothing of it stays behind. @param {string} scope */
async function forgetCase(scope) {
  forget(scope);
  await store.forget();
}

/** Everything goes, while no other window is in the middle of a turn. */
async function wipe() {
  await exclusive(store.wipe);
  localStorage.clear();
}

/** @param {Effect} effect */
async function act(effect) {
  const outcome = await perform(effect, { restore: store.restore, reopen, forget: forgetCase, wipe, notify });
  if (outcome && loadState === "failed") notify(outcome.type);
  else if (outcome) turns.push(outcome);
}

/** Do what the person did before anybody listened. @param {Event} event a click or a form sent */
function again({ type, target }) {
  if (type === "click") /** @type {HTMLElement} */ (target).click();
  else target?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
}

async function boot() {
  const found = engine = await findEngine();
  if (found.problem) noteError("slow_start", found.path);
  if (become("ready")) turns.start();
}

html.dataset.shell = loadState;
const field = html.dataset.view === "recalled" ? lastField() : "";
resume(field);
// Firefox shows a popup before its window has the focus, and then often forgets which element had it.
addEventListener("focus", () => {
  if (document.activeElement === document.body) resume(field);
}, { once: true });
reopen();
const early = firstPaint.takeOver();
const typed = early.filter(({ type }) => type === "input" || type === "change");
typed.forEach(fields.note);
fields.replay();
listen({ fields, turns, act });
for (const event of early) if (!typed.includes(event)) again(event);
if (surface !== "popup") {
  // What is stored may have changed meanwhile, in the popup.
  document.addEventListener("visibilitychange", () => document.hidden || reopen());
}
boot().catch(fail);
