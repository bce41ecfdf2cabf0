// @ts-check
// What a click on the icon opens. The manifest's popup, unless the person wants the panel: then the icon has
// no popup, and the click comes here, with the right to read the page that it was made on. (The panel's own
// switch, openPanelOnActionClick, grants no page.) No browser remembers that over a restart: it is set at each wake.

import { ICON_OPENS } from "../shared/storage-keys.js";
import { POPUP, hasPanel, openPanel, openTab } from "../shared/ways-in.js";

/** @returns {Promise<unknown>} as it is stored */
export const iconOpens = async () => (await chrome.storage.local.get(ICON_OPENS))[ICON_OPENS];

async function set() {
  const popup = await iconOpens() === "panel" && hasPanel() ? "" : POPUP;
  await chrome.action.setPopup({ popup });
}

chrome.action.onClicked.addListener(({ windowId }) => {
  void openPanel(windowId).catch(() => openTab(windowId));
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && ICON_OPENS in changes) void set();
});
void set();
