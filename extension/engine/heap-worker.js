// @ts-check
// Reads the file whose address is its name, hands it over, and then tells its sum. heap-reader.js starts it.

import { digestOf } from "./stored-pages.js";

/** @import { HeapPart } from "./heap-reader.js" */

/** @param {HeapPart} piece @param {Transferable[]} [handed] */
const say = (piece, handed = []) => self.postMessage(piece, { transfer: handed });

async function read() {
  const response = await fetch(self.name);
  if (!response.ok) throw new Error(`${self.name} cannot be read`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const sum = digestOf(bytes); // Of a copy, which is there when this returns: now the page may have the bytes.
  say(bytes, [bytes.buffer]);
  say(await sum);
}

read().catch(() => say(null));
