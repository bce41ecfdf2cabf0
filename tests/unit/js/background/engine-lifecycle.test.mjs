// Seen to fail: one test or more with each of 17 changes to engine-lifecycle.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HOSTING, TEND } from "../../../../extension/engine/engine-channel.js";
import { keepEngine, oneByOne, wordsFor } from "../../../../extension/background/engine-lifecycle.js";
import { settled } from "../fakes.mjs";

// The switch in the options, the tabs at the help site, whether it was just installed; what is said.
const SEEN = [
  [undefined, 0, false, "leave"], [undefined, 1, false, "stay"], [undefined, 3, true, "stay"],
  [undefined, 0, true, "stay leave"], [true, 2, false, "stay"], [true, 0, false, "leave"],
  [false, 0, false, "end"], [false, 2, false, "end"], [false, 2, true, "end"],
];
for (const [wanted, tabs, fresh, words] of SEEN) {
  test(`with the switch ${wanted} and ${tabs} tabs, ${fresh ? "fresh" : "not fresh"}, the engine hears: ${words}`, () => {
    assert.equal(wordsFor({ wanted, tabs, fresh }).join(" "), words);
  });
}

/** Looks that end when told. */
function looks() {
  const begun = [];
  const ends = [];
  const tend = oneByOne((fresh) => {
    begun.push(fresh);
    return new Promise((resolve, reject) => ends.push({ resolve, reject }));
  });
  return { begun, tend, end: async (how = "resolve") => { ends.shift()?.[how](new Error("staged")); await settled(); } };
}

test("one look after the other, and many events make one more look", async () => {
  const { begun, tend, end } = looks();
  tend();
  await settled();
  for (let i = 0; i < 5; i += 1) tend();
  await settled();
  assert.deepEqual(begun, [false]);
  await end();
  await end();
  assert.deepEqual(begun, [false, false]);
});

test("an installation is looked at by itself", async () => {
  const { begun, tend, end } = looks();
  tend();
  tend(true);
  await settled();
  await end();
  assert.deepEqual(begun, [false, true]);
});

test("a look that fails is not the last", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { begun, tend, end } = looks();
  tend();
  await settled();
  await end("reject");
  tend();
  await settled();
  assert.deepEqual(begun, [false, false]);
});

const US = { id: "us", url: "ext://us/popup.html" };
// What happens in the browser; whether the background looks whether an engine is wanted.
const EVENTS = {
  "a tab loads": ["tabs.onUpdated", [1, { status: "loading" }], true],
  "a tab gets a title": ["tabs.onUpdated", [1, { title: "T" }], false],
  "a tab closes": ["tabs.onRemoved", [1], true],
  "the switch is turned": ["storage.onChanged", [{ "engine.keep": { newValue: true } }, "local"], true],
  "a state is stored": ["storage.onChanged", [{ state: { newValue: "{}" } }, "local"], false],
  "another storage changes": ["storage.onChanged", [{ "engine.keep": {} }, "sync"], false],
  "a page of ours has started its own engine": ["runtime.onMessage", [TEND, US], true],
  "a page of ours says something else": ["runtime.onMessage", ["what", US], false],
  "another extension says it": ["runtime.onMessage", [TEND, { ...US, id: "other" }], false],
  "a web page says it": ["runtime.onMessage", [TEND, { id: "us", url: "https://help.openai.com/" }], false],
  "the host permission is given": ["permissions.onAdded", [{}], true],
};
for (const [what, [name, given, looked]] of Object.entries(EVENTS)) {
  test(`${what}: the background ${looked ? "looks" : "need not look"}`, async () => {
    const listeners = new Map();
    let queries = 0;
    const event = (key) => ({ addListener: (listener) => listeners.set(key, listener) });
    const events = (area, ...names) => Object.fromEntries(names.map((one) => [one, event(`${area}.${one}`)]));
    globalThis.chrome = {
      runtime: { id: "us", getURL: () => "ext://us/", ...events("runtime", "onInstalled", "onMessage") },
      permissions: events("permissions", "onAdded", "onRemoved"),
      tabs: { query: async () => { queries += 1; return []; }, ...events("tabs", "onUpdated", "onRemoved", "onReplaced") },
      storage: { local: { get: async () => ({}) }, ...events("storage", "onChanged") },
    };
    globalThis.BroadcastChannel = class { postMessage() {} };
    keepEngine(async () => {});
    await settled();
    assert.equal(queries, 1, "it looks when it wakes");
    listeners.get(name)(...given);
    await settled();
    assert.equal(queries, looked ? 2 : 1);
  });
}

test("there is a page for the engine before it is told to stay", async () => {
  const said = [];
  globalThis.BroadcastChannel = class {
    constructor(name) { assert.equal(name, HOSTING); }

    postMessage(word) { said.push(word); }
  };
  chrome.tabs.query = async ({ url }) => (said.push(url), [{}]);
  keepEngine(async () => void said.push("page"));
  await settled();
  assert.deepEqual(said, ["https://help.openai.com/*", "page", "stay"]);
});
