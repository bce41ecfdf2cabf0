// @ts-check
// Pages of memory as the build stores them: checked, and put where they belong.

/** @import { Stored } from "./engine-files.js" */

/**
 * The pages, if they are those that were stored. The browser computes the digest off this thread.
 * @param {string} name of the file
 * @param {Pick<Stored, "sha256">} stored
 * @param {Promise<Uint8Array<ArrayBuffer>>} file
 */
export async function verified(name, stored, file) {
  const bytes = await file;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== stored.sha256) throw new Error(`${name} is damaged`);
  return bytes;
}

/** @param {Uint8Array} memory @param {Stored} stored @param {Uint8Array} pages */
export function writePages(memory, { page, runs }, pages) {
  let from = 0;
  for (const [first, count] of runs) {
    const size = count * page;
    memory.set(pages.subarray(from, from + size), first * page);
    from += size;
  }
}
