// @ts-check
// The icon opens the guide on every tab. On the help site, where the guide reads the page, it is bright;
// elsewhere it stays as the manifest has it, quiet. Each tab is set on its own, by the address that
// the host permission lets us see: this works alike in Chromium's service worker and in Firefox's event page.

import { HELP_SITE } from "../shared/help-site.js";

const SIZES = [16, 32, 48, 128];

/** Tabs on the help site, as far as this background has lived to see. @type {Set<number>} */
const bright = new Set();

/** @param {number} tabId @param {"bright" | "quiet"} look */
const paint = (tabId, look) => chrome.action.setIcon({
  tabId, path: Object.fromEntries(SIZES.map((size) => [size, `/icons/${look}-${size}.png`])),
});

/**
 * @param {{id?: number, url?: string}} tab other sites' tabs come without their address
 * @param {boolean} [anew] whether its icon may be bright without our knowing
 */
async function light({ id, url = "" }, anew = false) {
  if (id === undefined) return;
  try {
    if (url.startsWith(HELP_SITE)) {
      bright.add(id);
      await paint(id, "bright");
    } else if (bright.delete(id) || anew) {
      // A navigation resets the icon by itself; but what was asked for before it may come after it.
      await paint(id, "quiet");
    }
  } catch {
    // The tab was closed in the meantime: it has no icon to light.
  }
}

async function lightAll() {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map((tab) => light(tab, true)));
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
chrome.tabs.onRemoved.addListener((id) => void bright.delete(id));
chrome.tabs.onReplaced.addListener(async (added) => light(await chrome.tabs.get(added)));
