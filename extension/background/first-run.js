// @ts-check
// Once, at installation, a tab says where the guide is: most browsers hide a new icon in a menu. Never at an
// update: what is new then waits in the guide's foot, for who wants to know.

import { openWelcome } from "../shared/ways-in.js";

// Firefox alone says whether it was loaded for a while only, as the README tells people to.
/** @param {chrome.runtime.InstalledDetails & {temporary?: boolean}} details */
function greet({ reason, temporary = false }) {
  if (reason === "install") void openWelcome(temporary);
}

chrome.runtime.onInstalled.addListener(greet);
