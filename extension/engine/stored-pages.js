// @ts-check
// Pages of memory as the build stores them, and files of which it knows the sum: checked, and put where they belong.

/** @import { Stored } from "./engine-files.js" */

/**
 * SHA-256 in hex. The browser copies the bytes, then computes off this thread.
 * @param {BufferSource} bytes
 */
export async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Rejects if a file is another than was stored.
 * @param {string} name of the file
 * @param {{sha256: string}} stored
 * @param {Promise<string>} sum of the file that is there
 */
export async function compare(name, stored, sum) {
  if ((await sum) !== stored.sha256) throw damaged(name);
}

/**
 * The bytes of a file, if they are those that were stored.
 * @param {string} name of the file
 * @param {{sha256: string}} stored
 * @param {Promise<Uint8Array<ArrayBuffer>>} file
 */
export async function verified(name, stored, file) {
  const bytes = await file;
  await compare(name, stored, digestOf(bytes));
  return bytes;
}

/** @param {string} name of a file */
export const damaged = (name) => new Error(`${name} is damaged`);

/** @param {Uint8Array} memory @param {Stored} stored @param {Uint8Array} pages */
export function writePages(memory, { page, runs }, pages) {
  let from = 0;
  for (const [first, count] of runs) {
    const size = count * page;
    memory.set(pages.subarray(from, from + size), first * page);
    from += size;
  }
}
