// @ts-check
// The icon lights up on the help site and nowhere else. Each tab is set on its own, by the address
// that the host permission lets us see: this works alike in Chromium's service worker and in Firefox's event
// page, and unlike declarativeContent it can be asked about (`action.isEnabled`).

import { HELP_SITE } from "../shared/help-site.js";

/** @param {{id?: number, url?: string}} tab other sites' tabs come without their address */
async function light({ id, url = "" }) {
  if (id === undefined) return;
  try {
    await (url.startsWith(HELP_SITE) ? chrome.action.enable(id) : chrome.action.disable(id));
  } catch {
    // The tab was closed in the meantime: it has no icon to light.
  }
}

async function lightAll() {
  // Everywhere off first, then the tabs that are open: in this order a help tab that was there
  // before the installation is not switched off again.
  await chrome.action.disable();
  await Promise.all((await chrome.tabs.query({})).map(light));
}

chrome.runtime.onInstalled.addListener(lightAll);
chrome.runtime.onStartup.addListener(lightAll);
// In Firefox the person gives and takes the host permission while the browser runs.
chrome.permissions.onAdded.addListener(lightAll);
chrome.permissions.onRemoved.addListener(lightAll);

// A navigation resets a tab's icon to the default, at a moment between these events: each one sets it.
chrome.tabs.onUpdated.addListener((_id, { status, url }, tab) => {
  if (status || url) void light(tab);
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  try {
    await light(await chrome.tabs.get(tabId));
  } catch {
    // Closed as soon as it was opened.
  }
});
chrome.tabs.onReplaced.addListener(async (added) => light(await chrome.tabs.get(added)));
