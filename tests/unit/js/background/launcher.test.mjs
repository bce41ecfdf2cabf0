// Who has the button, and whom the background believes. Seen to fail: with a second script where only the words change, and with
// any sender.

import assert from "node:assert/strict";
import { test } from "node:test";

import { settled } from "../fakes.mjs";

const went = [];
let registered = [];
let stored = {};
let changed;
let hear;
const event = { addListener() {} };
globalThis.chrome = {
  runtime: { id: "us", onMessage: { addListener: (listener) => { hear = listener; } } },
  windows: {},
  storage: {
    onChanged: event,
    local: { get: async () => stored, onChanged: { addListener: (listener) => { changed = listener; } } },
  },
  action: {
    setPopup: async () => {}, onClicked: event,
    openPopup: async () => void went.push("popup"),
  },
  tabs: { query: async ({ url }) => (went.push(url), [{ id: 7 }, { id: 8 }]) },
  scripting: {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts) => { registered = scripts; went.push("registered"); },
    unregisterContentScripts: async () => { registered = []; went.push("none"); },
    executeScript: async ({ target, files }) => {
      went.push([target.tabId, ...files]);
      if (target.tabId === 7) throw new Error("the browser's own page of an error");
    },
  },
};
await import("../../../../extension/background/launcher.js");
await settled();

const SAYS = { lang: "en" };
const PAGES = "https://help.openai.com/*";

/** @param {object} now @param {object} change */
async function change(now, change) {
  went.length = 0;
  stored = now;
  changed({ launcher: change });
  await settled();
  return went.splice(0);
}

test("nothing is registered for who has not switched it on", () => assert.deepEqual([went, registered], [[], []]));

test("it comes at once in open pages, and changes its words without a second script", async () => {
  assert.deepEqual(await change({ launcher: SAYS }, { newValue: SAYS }),
    ["registered", PAGES, [7, "launcher-button.js"], [8, "launcher-button.js"]]);
  assert.deepEqual(registered, [{ id: "launcher", js: ["launcher-button.js"], matches: [PAGES] }]);
  assert.deepEqual(await change({ launcher: SAYS }, { oldValue: SAYS, newValue: SAYS }), []);
  registered = []; // An update forgets it, and leaves the old script's button in open pages.
  assert.deepEqual(await change({ launcher: SAYS }, { oldValue: SAYS, newValue: SAYS }),
    ["registered", PAGES, [7, "launcher-button.js"], [8, "launcher-button.js"]]);
  assert.deepEqual(await change({}, { oldValue: SAYS }), ["none"]);
});

const FROM = { id: "us", url: "https://help.openai.com/en/", tab: { windowId: 1 } };
for (const [who, message, sender, opened] of [
  ["the button", "open_guide", FROM, ["popup"]],
  ["another site", "open_guide", { ...FROM, url: "https://help.openai.com.evil.example/" }, []],
  ["another extension", "open_guide", { ...FROM, id: "them" }, []],
  ["a page of ours", "open_guide", { id: "us", url: "ext://us/popup.html" }, []],
  ["the button, of something else", { open_guide: true }, FROM, []],
]) {
  test(`what ${who} says ${opened.length ? "opens the guide" : "opens nothing"}`, async () => {
    went.length = 0;
    hear(message, sender);
    await settled();
    assert.deepEqual(went, opened);
  });
}
