// @ts-check
// The living engine: a worker, so that neither its start nor a turn holds up a page (the popup and
// the page that has the worker may share one thread). engine-page.js starts it, under the name that
// engine-channel.js gives its lock and its channel.

import { startEngine } from "./engine.js";
import { isAsk } from "./engine-channel.js";
import { FIRST_REQUESTS } from "./first-requests.js";

/** Turns are pure: these leave nothing behind but code that has run once, in browser and Python. */
const REHEARSALS = 3;

/** @param {import("./engine.js").Engine} engine */
async function rehearse(engine) {
  for (let times = 0; times < REHEARSALS; times += 1) {
    for (const request of FIRST_REQUESTS) await engine.turn(request);
  }
}

/** Bytes that nobody ever touches: they take no room, but a browser counts them and looks what can go. */
const MUCH = 64 * 2 ** 20;

/** Have what the start has used collected, some 25 MB: by itself a browser does so when more is made, and little will be. */
function tidyUp() {
  try {
    void new ArrayBuffer(MUCH);
  } catch {
    // Where there is not even room to ask for, it has looked.
  }
}

/** @param {import("./engine.js").Engine} engine */
function serve(engine) {
  const channel = new BroadcastChannel(self.name);
  channel.onmessage = async ({ data }) => {
    if (!isAsk(data)) return;
    try {
      const { path } = engine;
      channel.postMessage({ answer: data.ask, text: await engine.turn(data.text) });
      // It lacked something, and the turn was taken again where that is.
      if (engine.path !== path) postMessage(engine.path);
    } catch (error) {
      giveUp(error);
    }
  };
  // Only now: a popup that sees the lock may ask at once. It is released when this worker ends.
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
    tidyUp();
    serve(engine);
  })
  .catch(giveUp);
