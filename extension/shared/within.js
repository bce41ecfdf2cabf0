// @ts-check
// A browser that hangs must not hang the person.

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T>} */
export function within(promise, ms) {
  const { promise: late, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
