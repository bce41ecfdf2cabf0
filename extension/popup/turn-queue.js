// @ts-check
// One event at a time, in the order the person made them, from the first moment on: what comes
// before the engine is ready waits here. How one turn goes is turn.js.

/** @import { Event as GuideEvent } from "../contract.js" */
/** @typedef {GuideEvent | {field: string}} Waiting a field stands for what it holds when its turn comes */

/**
 * @param {(waiting: Waiting) => Promise<void>} run must not reject
 * @param {(owing: boolean) => void} [tell] hears, whenever it may have changed, whether an answer is owed
 */
export function createTurnQueue(run, tell = () => {}) {
  /** @type {Waiting[]} */
  const queue = [];
  let ready = false;
  let over = false;
  /** @type {Waiting | undefined} */
  let running;
  /** @type {(() => void)[]} */
  const waiters = [];

  const release = () => waiters.splice(0).forEach((resolve) => resolve());

  /** Opening is not the person's doing: nobody waits for an answer to it. */
  const owing = () => [running, ...queue].some((one) => one && !("type" in one && one.type === "opened"));

  async function drain() {
    if (running || !ready) return;
    for (running = queue.shift(); running; running = queue.shift()) await run(running);
    release();
    tell(owing());
  }

  return {
    /** @param {Waiting} waiting */
    push(waiting) {
      if (over) return;
      const last = queue.at(-1);
      // An impatient second click, or a second letter of the same word, is the same wish.
      if (last && JSON.stringify(last) === JSON.stringify(waiting)) return;
      queue.push(waiting);
      tell(owing());
      void drain();
    },

    /** The engine is there. */
    start() {
      ready = true;
      void drain();
    },

    /** The engine will not answer any more. */
    stop() {
      over = true;
      queue.length = 0;
      release();
    },

    /** Whether something that the person did has no answer on the screen yet. */
    owing,

    /** @returns {Promise<void>} resolves when all that waits has had its turn, or none will have one */
    idle() {
      return new Promise((resolve) => {
        waiters.push(resolve);
        if (!running && queue.length === 0) release();
      });
    },
  };
}
