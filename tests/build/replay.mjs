/**
 * The built extension's engine under Node: door requests in, a line each; responses out.
 *
 *     node replay.mjs EXTENSION snapshot|archive < requests > responses
 *
 * The last line on stderr says by which way Python was started.
 */
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { read } from "../../py/packager/python_part/node_host.mjs";

const [folder, path] = process.argv.slice(2);
const base = pathToFileURL(`${folder}/`);
const { startEngine } = await import(new URL("engine.js", base));
const without = path === "archive" ? "snapshot.bin" : "nothing";
const engine = await startEngine({
  base,
  read: (url) => (url.pathname.endsWith(without) ? Promise.reject(new Error("staged")) : read(url)),
});
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${await engine.turn(line)}\n`);
}
console.error(engine.path);
// Only when all is written: a reader that is slow would miss the last responses.
process.stdout.write("", () => process.exit(0));
