// @ts-check
// The page around the host's worker: Chromium's offscreen document, Firefox's event page. It is told
// when a help tab is open; the host outlives the last one by a minute, as who closes one often opens
// the next. The page counts by itself: Chromium's background sleeps, and its alarms need a permission.

import { HOSTING, nameOf } from "../engine/engine-channel.js";

/** @typedef {{version: string, begun: () => void, ended: () => void}} HostPage */

const ALONE_MS = 60_000;

// With `trusted-types worker` in the policy of the page, nothing but this becomes a worker.
const HOST = "engine-worker.js";
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => HOST });
const script = /** @type {string} */ (policy?.createScriptURL(HOST) ?? HOST);

/** @param {string} name @param {(worker: Worker) => void} died called when it has lived, and lives no more */
function start(name, died) {
  const worker = new Worker(script, { type: "module", name });
  // An engine that cannot start is not tried again before the next visit; the popup will say what
  // is wrong.
  worker.onerror = (event) => event.preventDefault();
  // It says once that it holds the lock, and lets go only by dying, however it does.
  worker.onmessage = () => void navigator.locks.request(name, { mode: "shared" }, () => died(worker));
  return worker;
}

/** Have a host here as long as it is wanted. @param {HostPage} page told when it has begun and ended */
export function hostEngine({ version, begun, ended }) {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alone;

  const begin = () => start(nameOf(version), (dead) => { if (worker === dead) words.end(); });

  const words = {
    stay() {
      clearTimeout(alone);
      alone = undefined;
      if (worker) return;
      worker = begin();
      begun();
    },
    leave() {
      alone ??= setTimeout(words.end, ALONE_MS);
    },
    end() {
      clearTimeout(alone);
      alone = undefined;
      worker?.terminate();
      worker = null;
      ended();
    },
    stuck() {
      worker?.terminate();
      worker &&= begin();
    },
  };
  new BroadcastChannel(HOSTING).onmessage = ({ data }) => {
    if (Object.hasOwn(words, data)) words[/** @type {import("../engine/engine-channel.js").Word} */ (data)]();
  };
}
