// @ts-check
// A state, or a part of it, as a string, {"v", "sum", "state"}, so that no browser can change it on the way (Chromium
// drops what JSON lacks, Firefox stores more); `sum` is FNV-1a (32 bit, Fowler-Noll-Vo) over the
// UTF-16 units of the state's JSON.

const VERSION = 1;
// Bytes as Chromium counts them. It stores 10 MiB in all: the state, the copy before it, and the rest.
const MOST = 5_000_000;
const encoder = new TextEncoder();

/** @param {string} text @returns {string} 8 hexadecimal digits */
export function checksum(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** @param {string} json of what is packed @returns {{text: string, sum: string}} */
export function sealed(json) {
  const sum = checksum(json);
  return { text: `{"v":${VERSION},"sum":"${sum}","state":${json}}`, sum };
}

/** @param {unknown} state @returns {string} */
export const pack = (state) => sealed(JSON.stringify(state)).text;

/** @param {unknown} packed @returns {{state: object, sum: string} | null} null when it is not what `pack` wrote */
export function unpack(packed) {
  if (typeof packed !== "string") return null;
  try {
    const { v, sum, state } = JSON.parse(packed);
    return v === VERSION && checksum(JSON.stringify(state)) === sum ? { state, sum } : null;
  } catch {
    return null;
  }
}

/** @param {string} text @returns {number} its bytes, as Chromium writes it */
const sizeOf = (text) => encoder.encode(JSON.stringify(text).replaceAll("<", "\\u003C")).length;

/** @param {string[]} texts all of a state @returns {boolean} whether they and the copies before them can be stored */
export function fits(texts) {
  // No unit of JSON in JSON takes more than six bytes; most states need no closer look.
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  return units * 6 <= MOST || texts.reduce((sum, text) => sum + sizeOf(text), 0) <= MOST;
}
