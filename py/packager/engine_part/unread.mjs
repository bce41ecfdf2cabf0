/**
 * Tables in the released module's data that nothing reads which ships: they become zeros.
 *
 * unread.json says from where to where, what is there, and its SHA-256: each range is a table of CPython or musl as
 * these declare it, found by how its readers index it. Of another module they would be elsewhere, and a sum would differ.
 */
import crypto from "node:crypto";
import { readFile } from "node:fs/promises";

const TABLES = JSON.parse(await readFile(new URL("unread.json", import.meta.url), "utf8"));

/** Write zeros over the tables. Throws where one of them is not there. @param {Uint8Array} memory */
export function blankUnread(memory) {
  for (const { from, to, sha256, what } of TABLES) {
    const table = memory.subarray(from, to);
    const found = crypto.createHash("sha256").update(table).digest("hex");
    if (found !== sha256) throw new Error(`at ${from} there are no ${what}: unread.json is of another Pyodide`);
    table.fill(0);
  }
}
