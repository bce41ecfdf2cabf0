// What opens by itself. Seen to fail: with a tab at each update, and with a temporary add-on that says nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

let installed;
const opened = [];
globalThis.chrome = {
  runtime: { onInstalled: { addListener: (listener) => { installed = listener; } }, getURL: (path) => path },
  tabs: { create: async ({ url }) => { opened.push(url); } },
};
await import("../../../../extension/background/first-run.js");

const CASES = [
  ["an installation opens the page", { reason: "install" }, ["welcome.html"]],
  ["one for a while says so", { reason: "install", temporary: true }, ["welcome.html#temporary"]],
  ["one for good does not", { reason: "install", temporary: false }, ["welcome.html"]],
  ["an update opens nothing", { reason: "update", temporary: true }, []],
];
for (const [name, details, expected] of CASES) {
  test(name, () => {
    opened.length = 0;
    installed(details);
    assert.deepEqual(opened, expected);
  });
}
