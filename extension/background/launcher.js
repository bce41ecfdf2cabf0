// @ts-check
// The button on the help site: for who has switched it on, the browser runs its script in that site's pages, and for
// nobody else any. The host permission, which is there for the icon, allows it. A click on the button opens the guide.

import { HELP_SITE, OPEN_GUIDE } from "../shared/help-site.js";
import { LAUNCHER } from "../shared/storage-keys.js";
import { openGuide } from "./errands.js";

const ID = "launcher";
const FILE = "launcher-button.js";
const PAGES = `${HELP_SITE}*`;

/**
 * Have the browser run the script in pages that open from now on, or in none. Where it has not done so before, the
 * pages that are open lack it, too, or have that of an older version. The script hears by itself when it is to go.
 */
async function set() {
  const { [LAUNCHER]: words } = await chrome.storage.local.get(LAUNCHER);
  const [there] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (!words && there) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  if (!words || there) return;
  await chrome.scripting.registerContentScripts([{ id: ID, js: [FILE], matches: [PAGES] }]);
  for (const { id } of await chrome.tabs.query({ url: PAGES })) {
    if (id === undefined) continue;
    // A tab that was just closed, or that shows the browser's own page of an error, is no loss.
    await chrome.scripting.executeScript({ target: { tabId: id }, files: [FILE] }).catch(() => {});
  }
}

let last = Promise.resolve();

/** One after the other, or two would register the same. */
const next = () => {
  last = last.then(set).catch((error) => console.warn("The button on the help site:", error));
};

chrome.storage.local.onChanged.addListener((changes) => { if (LAUNCHER in changes) next(); });
chrome.runtime.onMessage.addListener((message, { id, url = "", tab }) => {
  if (message !== OPEN_GUIDE || id !== chrome.runtime.id || !url.startsWith(HELP_SITE) || !tab) return;
  void openGuide(tab.windowId);
});
// An update forgets what was registered.
next();
