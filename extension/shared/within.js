// @ts-check
// A browser that hangs must not hang the person.

// Time is counted in steps, and one in which the page was busy is one all the same: while Python thinks on the page's
// thread nobody hears an answer, and none is late by that.
const STEP_MS = 500;

/**
 * Call `late` when this time is over in which the page could hear.
 * @param {number} ms @param {() => void} late @returns {() => void} stops it
 */
export function patience(ms, late) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const wait = (/** @type {number} */ left) => {
    timer = setTimeout(() => (left > STEP_MS ? wait(left - STEP_MS) : late()), Math.min(left, STEP_MS));
  };
  wait(ms);
  return () => clearTimeout(timer);
}

/** @template T @param {Promise<T>} promise @param {number} ms as `patience` counts them @returns {Promise<T>} */
export function within(promise, ms) {
  const { promise: late, reject } = Promise.withResolvers();
  const stop = patience(ms, () => reject(new Error(`no answer in ${ms} ms`)));
  return Promise.race([promise, late]).finally(stop);
}
