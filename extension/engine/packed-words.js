// @ts-check
/**
 * A file of words of four bytes, of which most are among some thousands.
 *
 * A heap is full of the same pointers, counts and zeros: as it is, it would be half as many bytes more. The file is three numbers (4 bytes each), how many items there are
 * in each of three arrays, and then these, all little endian:
 *     known   (4 bytes each) the words met most often, at most 65,535
 *     rare    (4) all others, each as often as it is met, in order
 *     places  (2) for each word, which of `known` it is; 65,535 for the next of `rare`
 * py/packager/python_part/pack_words.mjs writes it. docs/performance.md has what a finer code
 * would save, and cost.
 */

const ARRAYS = /** @type {const} */ ([Uint32Array, Uint32Array, Uint16Array]);
const HEAD = ARRAYS.length * Uint32Array.BYTES_PER_ELEMENT;
export const RARE = 65_535;

/**
 * The words, as bytes. Throws where the file is not as long as it says itself.
 * @param {ArrayBuffer} file
 */
export function unpackWords(file) {
  const counts = new Uint32Array(file, 0, ARRAYS.length);
  let at = HEAD;
  const places = ARRAYS.map(({ BYTES_PER_ELEMENT: size }, n) => (at += size * counts[n]) - size * counts[n]);
  if (at !== file.byteLength) throw new Error("words are missing");
  return new Uint8Array(unpacked(...ARRAYS.map((Kind, n) => new Kind(file, places[n], counts[n]))).buffer);
}

/**
 * As short as can be: it goes over millions of words before the browser has compiled it well.
 * @param {ArrayLike<number>[]} arrays
 */
function unpacked(...[known, rare, places]) {
  const words = new Uint32Array(places.length);
  for (let at = 0, next = 0; at < words.length; at += 1) {
    const place = places[at];
    words[at] = place === RARE ? rare[next++] : known[place];
  }
  return words;
}
