// @ts-check
// One turn at a time, in all windows together.

import { STATE } from "./storage-keys.js";
import { patience } from "./within.js";

const LOCK_MS = 3000;

/**
 * Makes the function that runs a turn while no other window runs one: each reads the state that the
 * one before has stored. The lock is held until what the turn writes has settled, however long ago
 * the person was told that it takes too long: such a write would land on another window's.
 * @param {() => Promise<void> | undefined} settled of what this window is writing
 * @param {() => void} whenFree called when this window can have the lock that it had to go on without
 */
export function createExclusive(settled, whenFree) {
  /** @type {Promise<unknown> | null} the last turn under the lock that this window holds */
  let last = null;
  let asking = false;

  /** @param {Promise<unknown>} turn */
  async function hold(turn) {
    last = turn;
    for (let seen = null; seen !== last;) {
      seen = last;
      await seen.catch(() => {}); // The one that began it has its error.
      await settled();
    }
    last = null;
  }

  function askOn() {
    if (asking) return;
    asking = true;
    navigator.locks.request(STATE, () => { asking = false; }).then(whenFree, () => {});
  }

  /**
   * @template T @param {(free: boolean) => Promise<T>} turn told whether it may write: a window that
   *   hangs must not hold up this one for ever, and must not be written over either
   * @returns {Promise<T>}
   */
  return async function exclusive(turn) {
    if (last) {
      const mine = turn(true);
      last = mine;
      return mine;
    }
    const { promise, resolve } = Promise.withResolvers();
    const waiting = new AbortController();
    const stop = patience(LOCK_MS, () => waiting.abort());
    let begun = false;
    const run = () => {
      stop();
      begun = true;
      const mine = turn(true);
      resolve(mine);
      return hold(mine);
    };
    navigator.locks.request(STATE, { signal: waiting.signal }, run).catch(() => {
      if (begun) return;
      stop();
      const late = waiting.signal.aborted;
      if (late) askOn();
      resolve(turn(!late)); // Where there are no locks, no other window could wait for one either.
    });
    return promise;
  };
}
