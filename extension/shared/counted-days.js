// @ts-check

/** @param {any} due the days on which to remind, as they are stored @returns {string} as of when they are; "" for none */
export function countedIn(due) {
  try {
    return String(JSON.parse(due).counted);
  } catch {
    return "";
  }
}
