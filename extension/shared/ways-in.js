// @ts-check
// Where the guide can be opened besides the popup: the panel beside the page, which Firefox calls a sidebar and
// a phone does not have, and a tab of its own. All three are one page; its address says which it is.

/** @import { Surface } from "../contract.js" */

/** @param {Surface} surface */
const addressOf = (surface) => `popup.html?surface=${surface}`;

/** The page that the manifest names, too. */
export const POPUP = "popup.html";

/** Whether this browser has a panel. */
export const hasPanel = () => Boolean(chrome.sidePanel ?? chrome.sidebarAction);

/**
 * Open the panel. Both browsers want this in a click or a key press, Firefox before anything is awaited;
 * Chromium closes the popup at that moment.
 * @param {number} windowId @returns {Promise<void>} rejects if the browser does not
 */
export async function openPanel(windowId) {
  // Each browser's store counts a call of the other's as a mistake: so it is taken out first.
  const { sidePanel, sidebarAction } = chrome;
  if (sidePanel) return sidePanel.open({ windowId });
  if (sidebarAction) return sidebarAction.open();
  throw new Error("this browser has no panel");
}

/** @param {string} address of a page of ours @param {number} [windowId] */
async function toTab(address, windowId) {
  await chrome.tabs.create({ url: chrome.runtime.getURL(address), windowId });
}

/** Open the guide in a tab. @param {number} [windowId] */
export const openTab = (windowId) => toTab(addressOf("tab"), windowId);

/** How the welcome page is told that the browser removes the guide, with its cases, when it is closed. */
export const TEMPORARY = "#temporary";

/** Open the page that says, after installation, where the guide is. @param {boolean} temporary */
export const openWelcome = (temporary) => toTab(`welcome.html${temporary ? TEMPORARY : ""}`);
