// @ts-check
// What the options, privacy and diagnostics pages show of the extension itself. The texts in storage
// can be megabytes: they do not go through the guide, which only leaves room for them on the page.

import { listErrors } from "../shared/error-log.js";
import { LAUNCHER } from "../shared/storage-keys.js";
import { hasPanel, TEMPORARY } from "../shared/ways-in.js";
import { grouped, measured, readStoredItems } from "./stored-items.js";

/** @import { EngineReport, ExtensionInfo } from "../contract.js" */
/** @typedef {Pick<import("../engine/engine-client.js").ReachedEngine, "path" | "times" | "problem" | "heap">} Running */

/** @type {import("./stored-items.js").Item[]} as read last */
let items = [];

/** @returns {Promise<string>} the version of Pyodide, "" if it cannot be had */
async function pyodide() {
  try {
    // @ts-expect-error: the build puts it there.
    return (await import("./engine/pyodide.mjs")).version;
  } catch {
    return "";
  }
}

/** @param {Running} running @returns {Promise<EngineReport>} */
async function describe(running) {
  const { path, problem, times } = running;
  const whole = Object.entries(times).map(([stage, time]) => [stage, Math.round(time)]);
  return { path, problem, times: Object.fromEntries(whole), heap: running.heap(), pyodide: await pyodide() };
}

/** @returns {Promise<boolean | null>} whether the icon is always in sight, null where the browser cannot tell */
async function isPinned() {
  return (await chrome.action.getUserSettings?.())?.isOnToolbar ?? null;
}

/** @param {() => void} changed called when the person has put the icon into the toolbar, or out of it */
export function followIcon(changed) {
  chrome.action.onUserSettingsChanged?.addListener(changed);
}

/** Read everything again. @param {Running | undefined} engine @returns {Promise<ExtensionInfo>} */
export async function readExtensionInfo(engine) {
  items = grouped(await readStoredItems());
  const { version } = chrome.runtime.getManifest();
  const stored = items.map(measured);
  const notifications = await chrome.permissions.contains({ permissions: ["notifications"] });
  const known = await chrome.commands?.getAll() ?? [];
  const shortcuts = known.map(({ name = "", shortcut = "" }) => ({ name, keys: shortcut }));
  const launcher = items.some(({ area, key }) => area === "extension" && key === LAUNCHER);
  const own = { version, stored, shortcuts, notifications, launcher, has_panel: hasPanel(), pinned: await isPinned() };
  const temporary = document.URL.endsWith(TEMPORARY);
  return { ...own, temporary, engine: engine ? await describe(engine) : null, mishaps: listErrors() };
}

/** Fill in the texts that were read last. */
export function showStored() {
  for (const { area, key, text } of items) {
    const place = document.querySelector(`[data-stored="${CSS.escape(`${area}:${key}`)}"]`);
    if (place) place.textContent = text;
  }
}

/** Without Python there is no layout for the report: then it is shown as JSON. @param {ParentNode} within */
export async function showReport(within) {
  const place = within.querySelector("[data-report]");
  if (place) place.textContent = JSON.stringify(await readExtensionInfo(undefined), null, 1);
}
