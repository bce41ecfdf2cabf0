// @ts-check
// The wiring: what the person does on one side, the guide on the other. The order of a turn is
// turn.js; what a turn says is the guide's.

import { connectEngine } from "../engine/engine-client.js";
import { takeErrands } from "../shared/errand.js";
import { noteError } from "../shared/error-log.js";
import { createStateStore } from "../shared/state-store.js";
import { createExclusive } from "../shared/turn-lock.js";
import { hasPanel } from "../shared/ways-in.js";
import { localTime, readDevice } from "./device.js";
import { forget } from "./drafts.js";
import { perform } from "./effects.js";
import { createFields } from "./fields.js";
import { followHelpPage } from "./help-page.js";
import { listen, still } from "./input.js";
import { keepLanguage, keepView, lastField } from "./last-view.js";
import { createKnownState } from "./known-state.js";
import { createLoadState } from "./load-state.js";
import { browserLocale } from "./locale.js";
import { createPainter } from "./paint.js";
import { HANDS_OFF, takeTurn } from "./turn.js";
import { createTurnQueue } from "./turn-queue.js";

/** @import { Event as GuideEvent, Response } from "../contract.js" */
/** @import { ShellEffect } from "./effects.js" */
/** @import { PaintHooks } from "./paint.js" */

/** A click that is not answered for so long was taken all the same: the pointer says so. */
const SLOW_MS = 400;

const html = document.documentElement;
const { asked, surface, frame } = firstPaint;
// Started before all else: the first turn waits for it.
const finding = connectEngine(asked.locks);
finding.catch(() => {}); // `boot` says it.
const device = readDevice();

/** What only the pages about the extension show; where the guide is, it need not be loaded. */
const extensionInfo = frame.keeps_place ? null : import("../pages/extension-info.js");
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const failed = /** @type {HTMLElement} */ (document.getElementById("failed"));
/** @type {Awaited<typeof finding> | undefined} */
let engine;

const loading = createLoadState((stage) => { html.dataset.shell = stage; });
const painter = createPainter(app);
const turns = createTurnQueue((waiting) => takeTurn(waiting, parts).catch(fail), tellOwing);
const fields = createFields(painter, (field) => turns.push({ field }));
const reopen = () => turns.push({ type: "opened" });
const helpPage = followHelpPage(asked.tabs, frame, reopen);
const store = createStateStore(chrome.storage.local, () => {
  fields.lose();
  reopen();
}, asked.stored);
chrome.storage.local.onChanged.addListener(store.heard);
const throughTheDoor = createKnownState(turn);
const exclusive = createExclusive(store.settled, reopen);

const isBeside = () => engine?.path === "host";
/** @type {import("./turn.js").Parts} */
const parts = { store, fields, ask, isBeside, exclusive, still, log: noteError, notify, paint, remember, act };

/** @type {ReturnType<typeof setTimeout> | undefined} */
let slow;

/** Styles look at the second one only: a style for each click, of all buttons, took longer than Python. @param {boolean} owing */
function tellOwing(owing) {
  html.toggleAttribute("data-owing", owing);
  if (!owing) {
    clearTimeout(slow);
    slow = undefined;
    html.removeAttribute("data-slow");
  } else slow ??= setTimeout(() => html.setAttribute("data-slow", ""), SLOW_MS);
}

/** A notice that also outlasts the next turn: a page looks again at once. @type {string | null} */
let lasting = null;

/** @param {string | null} trouble names one of the notices in popup.html, which have the words */
function notify(trouble) {
  for (const text of document.querySelectorAll("[data-aside]")) {
    if (trouble === "not_taken") /** @type {HTMLTextAreaElement} */ (text).value = fields.aside();
  }
  // first-paint.js, which measures what is pasted, shows and hides this one notice.
  const shown = trouble ?? lasting;
  lasting = null;
  for (const notice of document.querySelectorAll('[data-notice]:not([data-notice="too_much_at_once"])')) {
    /** @type {HTMLElement} */ (notice).hidden = notice.getAttribute("data-notice") !== shown;
  }
}

/** The guide cannot run: say so, and leave its text to read and its templates to copy. @param {unknown} error */
function fail(error) {
  const stage = loading.stage();
  if (!loading.become("failed")) return;
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
  const around = { surface, shell: await own, device: await device, page: await helpPage() };
  return throughTheDoor({ v: 1, now, locale: browserLocale(), ...around, counted: store.counted(), state, event });
}

/** @param {string} text @returns {Promise<string>} */
async function turn(text) {
  const running = /** @type {NonNullable<typeof engine>} */ (engine);
  const { path } = running;
  const answer = await running.turn(text);
  // It lacked something, and the turn was taken again where that is.
  if (path !== running.path && path !== "host") noteError("taken_again", running.path);
  return answer;
}

/** @type {typeof import("../pages/sheets.js").layOnSheets | undefined} */
let layOnSheets;

/**
 * At once, where it can be: who prints meanwhile would get the paper without its sheets.
 * @param {HTMLElement} paper
 */
function layOut(paper) {
  if (layOnSheets) return layOnSheets(paper);
  void import("../pages/sheets.js").then((sheets) => {
    layOnSheets = sheets.layOnSheets;
    layOnSheets(paper);
  });
}

/** @param {Response} response @param {PaintHooks} hooks */
function paint(response, hooks) {
  const moved = painter.paint(response, hooks);
  app.removeAttribute("aria-busy");
  void extensionInfo?.then(({ showStored }) => showStored());
  // Its own elements tell of it, and only such a page loads it.
  if (document.querySelector("[data-picture]")) void import("../pages/picture.js").then(({ show }) => show());
  const paper = /** @type {HTMLElement | null} */ (app.querySelector("[data-sheets]"));
  if (paper) layOut(paper);
  if (!performance.getEntriesByName("python-view").length) performance.mark("python-view");
  performance.clearMarks("turn-painted"); // The last one will do, also in a popup that stays open.
  performance.mark("turn-painted");
  return moved;
}

/** The next opening begins with this view; the last one may show what another page has just changed. @param {Response} response */
function remember(response) {
  return frame.keeps_place ? keepView(response) : keepLanguage(response);
}

/** A case was deleted: nothing of it stays behind. @param {string} scope */
async function forgetCase(scope) {
  forget(scope);
  if (!await exclusive(store.forget)) return;
  notify("copies_stay");
  if (!frame.keeps_place) lasting = "copies_stay";
}

/** The last good copy comes back, if the guide can read it. */
async function restore() {
  const opened = /** @type {GuideEvent} */ ({ type: "opened" });
  const reads = async (/** @type {unknown} */ state) => !HANDS_OFF.has((await ask(opened, state)).problem?.code ?? "");
  return exclusive((free) => store.restore(reads, free));
}

/** Everything goes, while no other window is in the middle of a turn. */
async function wipe() {
  await exclusive(store.wipe);
  await chrome.storage.session.clear();
  localStorage.clear();
}

/** @param {ShellEffect} effect */
async function act(effect) {
  const outcome = await perform(effect, { restore, reopen, forget: forgetCase, wipe, notify });
  if (outcome && loading.stage() === "failed") notify(outcome.type);
  else if (outcome) turns.push(outcome);
}

/** Do what the person did before anything listened. @param {Event} event a click or a form sent */
function again({ type, target }) {
  if (type === "click") /** @type {HTMLElement} */ (target).click();
  else target?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
}

/** Begin where the popup was left. */
function resume() {
  const field = html.dataset.view === "recalled" ? lastField() : "";
  painter.resume(field);
  // Firefox shows a popup before its window has the focus, and then often forgets which element had it.
  addEventListener("focus", () => {
    if (document.activeElement === document.body) painter.resume(field);
  }, { once: true });
}

/** Take over from first-paint.js, in the order in which things were done. */
function takeOver() {
  const early = firstPaint.takeOver();
  const isTyping = (/** @type {Event} */ { type }) => type === "input" || type === "change";
  fields.begin(early.filter(isTyping));
  listen({ fields, turns, act, screen: painter.screen });
  for (const event of early) if (!isTyping(event)) again(event);
}

async function boot() {
  engine = await finding;
  if (engine.problem) noteError("slow_start", engine.path);
  if (loading.become("ready")) turns.start();
}

html.toggleAttribute("data-has-panel", hasPanel());
resume();
turns.push({ type: "opened", anew: true });
takeOver();
if (frame.stays) {
  // What is stored may have changed meanwhile, elsewhere.
  document.addEventListener("visibilitychange", () => document.hidden || reopen());
}
if (frame.keeps_place) void takeErrands((event) => turns.push(event));
void extensionInfo?.then(({ followIcon }) => followIcon(reopen));
boot().catch(fail);
