// @ts-check
// What the person does outside the guide (a key, a menu, a notification) becomes an event of the
// guide's: it is left where the next frame looks, and a frame is opened, if none is there to take it.

import { leaveErrand } from "../shared/errand.js";
import { ERRAND } from "../shared/storage-keys.js";
import { POPUP, hasPanel, openTab } from "../shared/ways-in.js";
import { iconOpens } from "./icon-click.js";

/** @import { Event as GuideEvent } from "../contract.js" */

/** Whether a frame that the person sees in this window has the errand now. @param {number} windowId */
async function isTaken(windowId) {
  try {
    return await chrome.runtime.sendMessage({ [ERRAND]: windowId }) === true;
  } catch {
    return false; // Nobody listens.
  }
}

/** The popup, also where a click on the icon opens the panel. */
async function openPopup() {
  const aside = await iconOpens() === "panel" && hasPanel();
  if (aside) await chrome.action.setPopup({ popup: POPUP });
  try {
    await chrome.action.openPopup();
  } finally {
    if (aside) await chrome.action.setPopup({ popup: "" });
  }
}

/** Open the guide, for an act outside any frame of it. No gesture is needed for a popup. @param {number} windowId */
export async function openGuide(windowId) {
  // Refused while another one is open, or in a window that has not the focus.
  await openPopup().catch(() => openTab(windowId));
}

/**
 * Have the guide do this where the person can see it.
 * @param {GuideEvent} event @param {number} windowId where it was asked for
 */
export async function send(event, windowId) {
  await leaveErrand(event);
  if (!await isTaken(windowId)) await openGuide(windowId);
}

/**
 * The same for what was asked for outside any window: the last one comes forward, and has the guide in a tab,
 * since no browser opens a popup in a window that has not the focus.
 * @param {GuideEvent} event
 */
export async function sendToTab(event) {
  await leaveErrand(event);
  // A phone has no windows.
  const { id } = await chrome.windows?.getLastFocused() ?? {};
  if (id !== undefined) await chrome.windows.update(id, { focused: true });
  if (id === undefined || !await isTaken(id)) await openTab(id);
}
