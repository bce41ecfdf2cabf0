// @ts-check
// Chromium: the background is no page, and opens one for the living engine.

import "./background.js";
import { keep } from "./keeper.js";

const { offscreen, runtime } = chrome;

keep(async () => {
  if (await offscreen.hasDocument()) return;
  await offscreen.createDocument({
    url: `offscreen.html?${runtime.getManifest().version}`,
    reasons: [offscreen.Reason.WORKERS],
    justification: "Runs the guide, so that the popup need not start it.",
  });
});
