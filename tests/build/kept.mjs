/**
 * Start the built engine under Node, have a turn taken, and tell which of the files that it has read it still keeps.
 *
 *     node --expose-gc kept.mjs EXTENSION < request > report
 *
 * The report is JSON, [how many bytes each has]; a file may be there as it was read, or as a copy for its sum.
 */
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { read } from "../../py/packager/python_part/node_host.mjs";

const ROUNDS = 5; // What is collected late holds what goes in the next round.
const base = pathToFileURL(`${process.argv[2]}/`);
const files = [];

const { arrayBuffer } = Response.prototype;
Response.prototype.arrayBuffer = async function () {
  const bytes = await arrayBuffer.call(this);
  files.push(new WeakRef(bytes));
  return bytes;
};

const { startEngine } = await import(new URL("engine.js", base));
const engine = await startEngine({ base, read });
await engine.turn(readFileSync(0, "utf8"));
for (let round = 0; round < ROUNDS; round += 1) {
  await setTimeout();
  globalThis.gc();
}
const kept = files.map((file) => file.deref()?.byteLength ?? 0).filter(Boolean);
// The engine is named once more: what it keeps is what is asked.
process.stdout.write(JSON.stringify(engine.path === "snapshot" ? kept : engine.problem), () => process.exit(0));
