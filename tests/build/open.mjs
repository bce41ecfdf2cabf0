// Asks the built shell to open addresses: node open.mjs PACKAGE < JSON list; prints {opened, changed}.
// `changed` are those that a browser would write otherwise, so that a link to them would not be known.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const opened = [];
globalThis.chrome = { tabs: { create: async ({ url }) => void opened.push(url) } };
console.warn = () => {};
const { perform } = await import(pathToFileURL(`${process.argv[2]}/effects.js`).href);
const asked = JSON.parse(readFileSync(0, "utf8"));
for (const url of asked) await perform({ kind: "open", url }, {});
const changed = opened.filter((url) => new URL(url).href !== url);
console.log(JSON.stringify({ opened, changed }));
