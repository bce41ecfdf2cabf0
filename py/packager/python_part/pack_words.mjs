/** Pages of memory into what extension/engine/packed-words.js reads, which describes it. */

import { RARE } from "../../../extension/engine/packed-words.js";

/** Pack bytes, a multiple of 4. */
export function packWords(pages) {
  const words = new Uint32Array(pages.buffer, pages.byteOffset, pages.length / 4);
  const known = metOften(words);
  const place = new Map(known.map((word, n) => [word, n]));
  const places = Uint16Array.from(words, (word) => place.get(word) ?? RARE);
  const arrays = [Uint32Array.from(known), words.filter((word) => !place.has(word)), places];
  const head = Uint32Array.from(arrays, ({ length }) => length);
  return Buffer.concat([head, ...arrays].map(({ buffer }) => Buffer.from(buffer)));
}

/** As many words as have a place, in order of size, which deflates best. One that is met once is none of them. */
function metOften(words) {
  const met = new Map();
  for (const word of words) met.set(word, (met.get(word) ?? 0) + 1);
  return [...met].filter(([, times]) => times > 1)
    .sort(([one, often], [other, seldom]) => seldom - often || one - other)
    .slice(0, RARE)
    .map(([word]) => word)
    .sort((one, other) => one - other);
}
