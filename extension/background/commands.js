// @ts-check
// The keys that the manifest names, and the browser lets people change. The one for the icon needs no code.

import { openPanel, openTab } from "../shared/ways-in.js";
import { send } from "./errands.js";

/** @type {Readonly<Record<string, (windowId: number) => Promise<void>>>} */
const COMMANDS = {
  // Opened first of all: Firefox lets only the key press itself do it.
  open_panel: (windowId) => openPanel(windowId).catch(() => openTab(windowId)),
  new_case: (windowId) => send({ type: "new_case" }, windowId),
};

// Firefox for Android has no keys.
chrome.commands?.onCommand.addListener((name, tab) => {
  if (Object.hasOwn(COMMANDS, name)) void COMMANDS[name](tab?.windowId ?? chrome.windows.WINDOW_ID_CURRENT);
});
