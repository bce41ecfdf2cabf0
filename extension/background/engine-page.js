// @ts-check
// The page that has the living engine's worker: Chromium's offscreen document, Firefox's event page.
// It hears when a help tab is open; the engine outlives the last one by a minute, since people who
// close one often open the next. The page counts the minute: Chromium's background sleeps, and its
// alarms need a permission.

import { HOSTING, nameOf } from "../engine/engine-channel.js";
import { startWorker } from "../engine/own-worker.js";
import { noteError } from "../shared/error-log.js";

/** @import { Word } from "../engine/engine-channel.js" */
/**
 * @typedef {object} EnginePage
 * @property {string} version of the extension
 * @property {() => void} begun  called when there is a worker
 * @property {() => void} ended  called when there is none any more
 */

const ALONE_MS = 60_000;

/** @param {string} name @param {(worker: Worker) => void} died called when it has lived, and lives no more */
function start(name, died) {
  const worker = startWorker("engine-worker.js", name);
  // An engine that cannot start is not tried again before the next visit; the popup will say what
  // is wrong.
  worker.onerror = (event) => event.preventDefault();
  // It says once that it has the lock, and releases it only by ending, whatever the cause; and
  // later by which way it went on when it lacked something.
  worker.onmessage = ({ data }) => {
    if (data !== "lives") return noteError("taken_again", data);
    void navigator.locks.request(name, { mode: "shared" }, () => died(worker));
  };
  return worker;
}

/** Have an engine in this page as long as one is wanted. @param {EnginePage} page */
export function hostEngine({ version, begun, ended }) {
  /** @type {Worker | null} */
  let worker = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alone;

  const begin = () => start(nameOf(version), (dead) => { if (worker === dead) answers.end(); });

  /** @type {Record<Word, () => void>} */
  const answers = {
    stay() {
      clearTimeout(alone);
      alone = undefined;
      if (worker) return;
      worker = begin();
      begun();
    },
    leave() {
      alone ??= setTimeout(answers.end, ALONE_MS);
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
    if (Object.hasOwn(answers, data)) answers[/** @type {Word} */ (data)]();
  };
}
