// @ts-check
// What the guide may ask of the browser: a table, one function a kind. What comes back, if anything,
// is the event that reports the outcome to the guide.

import { ENGINE_KEEP, ICON_OPENS, LAUNCHER } from "../shared/storage-keys.js";
import { readPage } from "../shared/page-reader.js";
import { openPanel, openTab } from "../shared/ways-in.js";
import { ADDRESSES } from "./addresses.js";
import { translate } from "./translate.js";

/** @import { AllowNotifications, Bring, BringFailed, Copied, CopyFailed, CopyPart, CopyText, Download, DownloadStored, Effect, Focus, Forget, IconOpensThis, KeepEngine, Launcher, Look, OpenAddress, OpenPage, Opened, Translated, TranslationFailed, Wipe } from "../contract.js" */
/** @typedef {Effect | {kind: "restore"} | {kind: "reload"} | {kind: "panel"} | {kind: "tab"} | {kind: "keys"} | {kind: "take_page"}} ShellEffect the shell has some of its own */
/** @typedef {Copied | CopyFailed | Opened | Translated | TranslationFailed | Bring | BringFailed} EffectResult */
/**
 * What the effects need of the popup.
 * @typedef {object} EffectContext
 * @property {() => Promise<import("../shared/state-store.js").Trouble | null>} restore
 * @property {() => void} reopen
 * @property {(scope: string) => Promise<void>} forget
 * @property {() => Promise<void>} wipe
 * @property {(trouble: string) => void} notify
 */

/** Chromium's page for keys; Firefox has a call for its own. */
const SHORTCUTS = "chrome://extensions/shortcuts";

/** The extension's own pages. @type {ReadonlySet<string>} */
const PAGES = new Set(["options", "privacy", "picture", "diagnostics", "case_file", "welcome", "news"]);

/** @param {CopyPart} part @returns {HTMLElement | null} the element on the screen that shows the text */
const sourceOf = (part) => document.querySelector(`[data-copy-source="${CSS.escape(part)}"]`);

/** Select the text, for the person to copy it with the keyboard. @param {HTMLElement | null} source */
function select(source) {
  if (source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement) {
    source.focus();
    source.select();
  } else if (source) {
    getSelection()?.selectAllChildren(source);
  }
}

/**
 * Begins before any await: Firefox lets only the click itself write.
 * @param {CopyText} effect @returns {Promise<EffectResult>}
 */
async function copy({ text, part, number, mark }) {
  try {
    await navigator.clipboard.writeText(text);
    return { type: "copied", part, number, mark };
  } catch (error) {
    console.warn("The browser did not let us copy:", error);
    select(sourceOf(part));
    return { type: "copy_failed", part };
  }
}

/** The only way out of the extension: to one of the addresses that were listed at the build. @param {OpenAddress} effect */
async function open({ url }) {
  if (!ADDRESSES.has(url)) return console.warn("Not an address of the guide:", url);
  await chrome.tabs.create({ url });
}

/** From a tab of ours to the other page; from beside a page of the person's into a tab. @param {OpenPage} effect */
async function page({ surface }) {
  if (!PAGES.has(surface)) return console.warn("Not a page of the guide:", surface);
  const url = chrome.runtime.getURL(`${surface}.html`);
  const { stays, beside } = firstPaint.frame;
  if (!beside) return location.assign(url);
  if (surface === "options") await chrome.runtime.openOptionsPage();
  else await chrome.tabs.create({ url });
  // Firefox would leave the popup lying over the page.
  if (!stays) close();
}

/** The guide goes on beside the page; where that cannot be, in a tab. */
async function panel() {
  // First of all: the browser lets only the click itself open it.
  await openPanel(chrome.windows.WINDOW_ID_CURRENT).catch(() => openTab());
  close();
}

async function tab() {
  await openTab();
  if (!firstPaint.frame.stays) close();
}

/** @param {Pick<Download, "name" | "text">} effect */
function download({ name, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser reads the address some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {DownloadStored} effect */
async function downloadStored({ name }) {
  const { readStoredItems } = await import("../pages/stored-items.js");
  const items = await readStoredItems();
  download({ name, text: JSON.stringify(items, null, 1) });
}

/** @param {Focus} effect @returns {void} */
function focus({ target }) {
  document.getElementById(target)?.focus();
}

/** Through the storage: the background may not be running now. @param {KeepEngine} effect */
async function engine({ keep }) {
  await chrome.storage.local.set({ [ENGINE_KEEP]: keep });
}

/**
 * Begins before any await: Firefox lets only the click itself ask.
 * @param {AllowNotifications} effect @returns {Promise<EffectResult>}
 */
async function notifications({ on }) {
  const asked = { permissions: /** @type {["notifications"]} */ (["notifications"]) };
  const done = await (on ? chrome.permissions.request(asked) : chrome.permissions.remove(asked));
  return { type: "opened", told: done ? null : { code: "no_notifications" } };
}

/** The same way. @param {IconOpensThis} effect */
async function icon({ opens }) {
  await chrome.storage.local.set({ [ICON_OPENS]: opens });
}

/** Its words are stored while it is wanted. @param {Launcher} effect @returns {Promise<EffectResult | void>} */
async function launcher({ on, says }) {
  const { local } = chrome.storage;
  if (on === null) {
    if (LAUNCHER in await local.get(LAUNCHER)) await local.set({ [LAUNCHER]: says });
    return;
  }
  await (on ? local.set({ [LAUNCHER]: says }) : local.remove(LAUNCHER));
  return { type: "opened", told: null };
}

/** Where the browser lets people change keys; neither browser knows the other's way. */
async function keys() {
  if (chrome.commands.openShortcutSettings) await chrome.commands.openShortcutSettings();
  else await chrome.tabs.create({ url: SHORTCUTS });
}

/** The page in front, which the person clicked the icon on. @returns {Promise<EffectResult>} */
async function takePage() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return readPage(tab ?? {});
}

/** The last good copy takes the place of a state that cannot be read. @param {unknown} _ @param {EffectContext} context */
async function restore(_, { restore: restored, reopen, notify }) {
  const trouble = await restored();
  if (trouble) notify(trouble);
  else reopen();
}

/** @param {Look} effect @returns {Promise<EffectResult>} */
async function look({ told }) {
  return { type: "opened", told };
}

/** @param {Forget} effect @param {EffectContext} context */
async function forget({ case: scope }, { forget: forgotten }) {
  await forgotten(scope);
}

/** @param {Wipe} effect @param {EffectContext} context @returns {Promise<EffectResult | void>} */
async function wipe({ told }, { wipe: wiped, notify }) {
  try {
    await wiped();
  } catch (error) {
    console.warn("The storage cannot be emptied:", error);
    return notify("not_deleted");
  }
  return { type: "opened", told };
}

/** The paper is made by the styles: it shows what is on the page. */
function printPage() {
  print();
}

/** Try the whole opening again, after a failure. */
function reload() {
  location.reload();
}

/** @type {{[K in ShellEffect["kind"]]: (effect: Extract<ShellEffect, {kind: K}>, context: EffectContext) => void | Promise<EffectResult | void>}} */
const EFFECTS = {
  copy, open, page, download, translate, download_stored: downloadStored, focus, engine, notifications, restore, reload, look, forget, wipe,
  print: printPage,
  icon, keys, launcher, panel, tab, take_page: takePage,
};

/** What the browser allows in the click only, and what needs no answer of the guide's to what was typed last. */
export const AT_ONCE = new Set(["panel"]);

/**
 * Do what was asked for. An effect that needs the person's click has begun when this returns.
 * @param {ShellEffect} effect @param {EffectContext} context
 * @returns {Promise<EffectResult | void>} how it went, if the guide wants to know; never rejects
 */
export async function perform(effect, context) {
  // The table's type pairs each kind with its function; a single call cannot say so.
  const act = /** @type {(effect: ShellEffect, context: EffectContext) => void | Promise<EffectResult | void>} */ (EFFECTS[effect.kind]);
  try {
    return await act(effect, context);
  } catch (error) {
    console.warn(`${effect.kind}:`, error);
  }
}
