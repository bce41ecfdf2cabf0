/** Memory as pages: which of them must be stored. */

const ZEROS = Buffer.alloc(65536);

export const blank = (bytes) => Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) === 0;

/** The stretches of neighbouring pages that `wanted` picks, as [first, count]. */
export function stretches(memory, page, wanted) {
  const found = [];
  for (let at = 0; at < memory.length; at += page) {
    if (!wanted(memory.subarray(at, at + page), at)) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === at / page) last[1] += 1;
    else found.push([at / page, 1]);
  }
  return found;
}
