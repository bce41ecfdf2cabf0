// @ts-check
// How far loading has come: a small state machine. Failure is final, since "try again" reloads the
// whole popup.

/** @typedef {keyof typeof NEXT} Stage */

const NEXT = { loading: ["ready", "failed"], ready: ["failed"], failed: [] };

/** @param {(stage: Stage) => void} show called at once, and at every change */
export function createLoadState(show) {
  /** @type {Stage} */
  let stage = "loading";
  show(stage);
  return {
    stage: () => stage,

    /** @param {Stage} next @returns {boolean} whether it may be so now */
    become(next) {
      const may = /** @type {string[]} */ (NEXT[stage]).includes(next);
      if (may) show(stage = next);
      return may;
    },
  };
}
