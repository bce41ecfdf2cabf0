// @ts-check
// How far the popup is, for its styles and for whoever reports a failure: a small state machine in
// which failure is final, since "try again" opens the popup anew.

/** @typedef {keyof typeof NEXT} Stage */

const NEXT = { loading: ["ready", "failed"], ready: ["failed"], failed: [] };

/** @param {(stage: Stage) => void} show told at once, and of every change */
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
