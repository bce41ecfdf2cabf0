// @ts-check
// Reads the file whose address is its name, hands it over, and then tells its sum. heap-reader.js starts it.

import { digestOf } from "./stored-pages.js";

/** @import { HeapPart } from "./heap-reader.js" */

/** @param {HeapPart} piece @param {Transferable[]} [handed] */
const say = (piece, handed = []) => self.postMessage(piece, { transfer: handed });

async function read() {
  const response = await fetch(self.name);
  if (!response.ok) throw new Error(`${self.name} cannot be read`);
  const file = await response.arrayBuffer();
  const sum = digestOf(file); // Of a copy.
  say(new Uint8Array(file), [file]);
  say(await sum);
}

read().catch(() => say(null));
