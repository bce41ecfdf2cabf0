// @ts-check
/**
 * A file of words of four bytes, of which most are among some thousands, and how they come into memory.
 *
 * A heap is full of the same pointers, counts and zeros: as it is, it would be half as many bytes more. The file is three numbers (4 bytes each), how many items there are
 * in each of three arrays, and then these, all little endian:
 *     known   (4 bytes each) the words met most often, at most 65,535
 *     rare    (4) all others, each as often as it is met, in order
 *     places  (2) for each word, which of `known` it is; 65,535 for the next of `rare`
 * py/packager/python_part/pack_words.mjs writes it. docs/performance.md has what a finer code
 * would save, and cost.
 */

import { wordWriter } from "./word-writer.js";

export const RARE = 65_535;
const PART = 32_768; // Words that are written at once, or less: what they come from should lie near the processor.
const [WORD, PLACE] = [4, 2]; // Bytes of each.
const SIZES = [WORD, WORD, PLACE];
// The window: the known words, as many rare ones as a part may have, and its places.
const RARES = RARE * WORD;
const PLACES = RARES + PART * WORD;
const WINDOW = PLACES + PART * PLACE;

const missing = () => new Error("snapshot.bin is damaged: words are missing");

/**
 * Write the words of a file where they belong. Throws where it is not as long as it says itself, or as its pages are.
 * @param {Uint8Array<ArrayBuffer>} file
 * @param {WebAssembly.Memory} memory
 * @param {{page: number, runs: number[][]}} stored  where the pages go, see engine-files.d.ts
 */
export function writeWords(file, memory, { page, runs }) {
  const [known, rare, places] = arraysOf(file);
  const { write, window } = wordWriter(memory, WINDOW);
  window.set(known);
  let [rares, next] = [0, 0]; // Bytes that are done with.
  for (const [first, count] of runs) {
    let to = first * page;
    const end = to + count * page;
    while (to < end) {
      const words = Math.min(PART, (end - to) / WORD);
      const part = places.subarray(next, next + words * PLACE);
      if (part.length < words * PLACE) throw missing();
      window.set(rare.subarray(rares, rares + words * WORD), RARES);
      window.set(part, PLACES);
      rares += write(RARES, PLACES, to, PLACES + part.length) - RARES;
      next += part.length;
      to += words * WORD;
    }
  }
  if (next < places.length) throw missing();
}

/** The three arrays, as bytes. @param {Uint8Array<ArrayBuffer>} file */
function arraysOf({ buffer, byteOffset, length }) {
  const counts = new Uint32Array(buffer, byteOffset, SIZES.length);
  const sizes = SIZES.map((size, n) => size * counts[n]);
  if (sizes.reduce((sum, size) => sum + size, counts.byteLength) !== length) throw missing();
  let at = byteOffset + counts.byteLength;
  return sizes.map((size) => new Uint8Array(buffer, (at += size) - size, size));
}
