// @ts-check
// Once, at installation, a tab says where the guide is: most browsers hide a new icon in a menu. Never at an
// update: what is new then waits in the guide's foot, for who wants to know.

import { openWelcome } from "../shared/ways-in.js";

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void openWelcome();
});
