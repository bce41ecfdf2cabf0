// @ts-check
// What the guide may ask of the browser: a table, one function a kind. What comes back, if anything,
// is the event that tells the guide how it went.

import { ADDRESSES } from "./addresses.js";

/** @import { Copied, CopyFailed, CopyText, Download, Effect as Asked, Focus, KeepEngine, LetterPart, OpenAddress } from "./contract.js" */
/** @typedef {Asked | {kind: "restore"} | {kind: "reload"}} Effect the shell has two of its own */
/** @typedef {Copied | CopyFailed} Outcome */
/** @typedef {{restore: () => Promise<boolean>, reopen: () => void}} Tools what the popup lends to the effects */

/** @param {LetterPart} part @returns {HTMLElement | null} the element on the screen that shows the text */
const sourceOf = (part) => document.querySelector(`[data-copy-source="${CSS.escape(part)}"]`);

/** Select the text, so that the person copies it with their own hands. @param {HTMLElement | null} source */
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
 * @param {CopyText} effect @returns {Promise<Outcome>}
 */
async function copy({ text, part }) {
  try {
    await navigator.clipboard.writeText(text);
    return { type: "copied", part };
  } catch (error) {
    console.warn("The browser did not let us copy:", error);
    select(sourceOf(part));
    return { type: "copy_failed", part };
  }
}

/** The one way out of the extension: to an address that was known at the build, whole. @param {OpenAddress} effect */
async function open({ url }) {
  if (!ADDRESSES.has(url)) return console.warn("Not an address of the guide:", url);
  await chrome.tabs.create({ url });
}

/** @param {Download} effect */
function download({ name, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser reads the address some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Focus} effect */
function focus({ target }) {
  document.getElementById(target)?.focus();
}

/** Told by way of storage: the background may not be running now. @param {KeepEngine} effect */
async function engine({ keep }) {
  await chrome.storage.local.set({ "engine.keep": keep });
}

/** The last good copy takes the place of a state that cannot be read. @param {unknown} _ @param {Tools} tools */
async function restore(_, { restore: restored, reopen }) {
  if (await restored()) reopen();
}

/** Try the whole opening again, after a failure. */
function reload() {
  location.reload();
}

/** @type {{[K in Effect["kind"]]: (effect: Extract<Effect, {kind: K}>, tools: Tools) => void | Promise<Outcome | void>}} */
const EFFECTS = { copy, open, download, focus, engine, restore, reload };

/**
 * Do what was asked for. An effect that needs the person's click has begun when this returns.
 * @param {Effect} effect @param {Tools} tools
 * @returns {Promise<Outcome | void>} how it went, if the guide wants to know; never rejects
 */
export async function perform(effect, tools) {
  // The table's type pairs each kind with its function; a single call cannot say so.
  const act = /** @type {(effect: Effect, tools: Tools) => void | Promise<Outcome | void>} */ (EFFECTS[effect.kind]);
  try {
    return await act(effect, tools);
  } catch (error) {
    console.warn(`${effect.kind}:`, error);
  }
}
