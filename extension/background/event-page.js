// @ts-check
// Firefox: the background is a page, and has the living engine itself.

import "./commands.js";
import "./first-run.js";
import "./icon-click.js";
import "./launcher.js";
import "./menus.js";
import "./toolbar-icon.js";
import { hostEngine } from "./engine-page.js";
import { keepEngine } from "./engine-lifecycle.js";
import "./reminders.js";

// Firefox ends an event page 30 s after its last call of an extension's API, with all its workers.
const AWAKE_MS = 20_000;

/** @type {ReturnType<typeof setInterval> | undefined} */
let awake;

hostEngine({
  version: chrome.runtime.getManifest().version,
  begun: () => { awake = setInterval(() => void chrome.runtime.getPlatformInfo(), AWAKE_MS); },
  ended: () => clearInterval(awake),
});
keepEngine(async () => {});
