// @ts-check
// A state as ONE string, {"v", "sum", "state"}, so that no browser can change it on the way (Chromium
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

/** @param {unknown} state @returns {string} */
export function pack(state) {
  const text = JSON.stringify(state);
  return `{"v":${VERSION},"sum":"${checksum(text)}","state":${text}}`;
}

/** @param {unknown} packed @returns {{state: object} | null} null when it is not what `pack` wrote */
export function unpack(packed) {
  if (typeof packed !== "string") return null;
  try {
    const { v, sum, state } = JSON.parse(packed);
    return v === VERSION && checksum(JSON.stringify(state)) === sum ? { state } : null;
  } catch {
    return null;
  }
}

/** @param {string} text a packed state @returns {boolean} whether it and the copy before it can be stored */
export function fits(text) {
  // No unit of JSON in JSON takes more than six bytes; most states need no closer look.
  if (text.length * 6 <= MOST) return true;
  const written = JSON.stringify(text).replaceAll("<", "\\u003C"); // As Chromium writes it.
  return encoder.encode(written).length <= MOST;
}
