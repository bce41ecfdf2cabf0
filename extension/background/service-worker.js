// @ts-check
// Chromium: the background is no page, and opens one for the living engine.

import "./commands.js";
import "./first-run.js";
import "./icon-click.js";
import "./launcher.js";
import "./menus.js";
import "./toolbar-icon.js";
import { keepEngine } from "./engine-lifecycle.js";
import "./reminders.js";

const { offscreen, runtime } = chrome;

keepEngine(async () => {
  if (await offscreen.hasDocument()) return;
  await offscreen.createDocument({
    url: `offscreen.html?${runtime.getManifest().version}`,
    reasons: [offscreen.Reason.WORKERS],
    justification: "Runs the guide, so that the popup need not start it.",
  });
});
