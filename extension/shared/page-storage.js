// @ts-check
// localStorage: the only storage in which a text is safe when the call returns. The browser's settings
// can deny it, and it can be full: then nothing is thrown, and `write` says that nothing is kept.

/** @template T @param {() => T} action @returns {T | undefined} */
function guarded(action) {
  try {
    return action();
  } catch (error) {
    console.warn("localStorage:", error);
    return undefined;
  }
}

/** @param {string} key @returns {string | null} */
export const read = (key) => guarded(() => localStorage.getItem(key)) ?? null;

/** @param {string} key @param {string} value @returns {boolean} whether it is kept */
export const write = (key, value) => guarded(() => (localStorage.setItem(key, value), true)) ?? false;

/** @param {string} key */
export const remove = (key) => void guarded(() => localStorage.removeItem(key));

/** @param {string} start @returns {string[]} the keys that begin like this */
export const keysFrom = (start) =>
  guarded(() => Object.keys(localStorage).filter((key) => key.startsWith(start))) ?? [];
