// @ts-check
// The living engine: a worker, so that neither its start nor a turn holds up a page (the popup and
// the page that hosts it may share one thread). Its name, given by who started it, is the route's.

import { startEngine } from "./engine.js";
import { isAsk } from "./engine-channel.js";

/** Turns are pure: these leave nothing behind but code that has run once, in browser and Python. */
const REHEARSALS = 3;

/** @param {"he" | "en"} locale */
const opening = (locale) => JSON.stringify({
  v: 1,
  now: "2026-01-01T00:00:00+00:00",
  locale,
  device: { browser: "", os: "", language: locale, timezone: "UTC" },
  page: null,
  state: null,
  event: { type: "opened" },
});

/** @param {import("./engine.js").Engine} engine */
async function rehearse(engine) {
  for (let times = 0; times < REHEARSALS; times += 1) {
    for (const locale of /** @type {const} */ (["he", "en"])) await engine.turn(opening(locale));
  }
}

/** @param {import("./engine.js").Engine} engine */
function serve(engine) {
  const channel = new BroadcastChannel(self.name);
  channel.onmessage = async ({ data }) => {
    if (!isAsk(data)) return;
    try {
      channel.postMessage({ answer: data.ask, text: await engine.turn(data.text) });
    } catch (error) {
      giveUp(error);
    }
  };
  // Only now: whoever sees the lock may ask at once. It is let go when this worker ends.
  void navigator.locks.request(self.name, () => {
    postMessage("lives");
    return new Promise(() => {});
  });
}

/** An engine that failed does not answer; the popups start their own. @param {unknown} error */
function giveUp(error) {
  console.warn("The living engine has ended:", error);
  close();
}

startEngine({ base: new URL("./", import.meta.url).href })
  .then(async (engine) => {
    await rehearse(engine);
    serve(engine);
  })
  .catch(giveUp);
