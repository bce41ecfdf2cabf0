// Asks the shell, with the list that the build made, to open addresses:
// node open.mjs EXTENSION ADDRESSES.JS < JSON list; prints {opened, changed}.
// `changed` are those that a browser would write otherwise, so that a link to them would not be known.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const [extension, made] = process.argv.slice(2);
registerHooks({
  resolve: (name, context, next) => next(name.endsWith("/addresses.js") ? pathToFileURL(made).href : name, context),
});

const opened = [];
globalThis.chrome = { tabs: { create: async ({ url }) => void opened.push(url) } };
console.warn = () => {};
const { perform } = await import(pathToFileURL(`${extension}/popup/effects.js`).href);
const asked = JSON.parse(readFileSync(0, "utf8"));
for (const url of asked) await perform({ kind: "open", url }, {});
const changed = opened.filter((url) => new URL(url).href !== url);
console.log(JSON.stringify({ opened, changed }));
