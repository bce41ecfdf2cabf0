// What a right click becomes, and in which language it is offered. Seen to fail: with the tab's address for a frame's
// words, without the cut, with entries that are made at the installation alone, or twice at once, and with what `i18n` says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { settled } from "../fakes.mjs";

const EXTENSION = new URL("../../../../extension/", import.meta.url);
const event = { addListener() {} };
let stored = {};
let titles = {};
const twice = [];
let installed;
let changed;
globalThis.chrome = {
  storage: {
    onChanged: event,
    local: { get: async () => stored, onChanged: { addListener: (listener) => { changed = listener; } } },
  },
  action: { setPopup: async () => {}, onClicked: event },
  contextMenus: {
    onClicked: event,
    removeAll: async () => { titles = {}; },
    create: ({ id, title }) => {
      if (Object.hasOwn(titles, id)) twice.push(id);
      titles[id] = title;
    },
  },
  i18n: { getMessage: (name) => `the browser's ${name}` },
  runtime: { onInstalled: { addListener: (listener) => { installed = listener; } } },
};
globalThis.fetch = async (path) => {
  const text = readFileSync(new URL(`.${path}`, EXTENSION), "utf-8");
  return { json: async () => JSON.parse(text) };
};
const { bringing } = await import("../../../../extension/background/menus.js");

const NOTHING = { type: "bring", use: "check", text: "", target: "", url: "", selected: true, cut: false, flat: false };
const LONG = "a".repeat(16_384);
const CLICKS = [
  ["a link has its target, whatever its text says", { linkUrl: "https://evil.example/", linkText: "openai.com" },
    { target: "https://evil.example/", text: "openai.com" }],
  ["in Chromium a link has no text", { linkUrl: "https://evil.example/" }, { target: "https://evil.example/" }],
  ["of a selected link, both", { linkUrl: "javascript:alert(1)", selectionText: "openai.com" },
    { target: "javascript:alert(1)", text: "openai.com" }],
  ["a frame's words are its own host's", { selectionText: " a ", pageUrl: "https://a.example/", frameUrl: "https://b.example/" },
    { text: "a", url: "https://b.example/" }],
  ["what Firefox has cut, it does not say", { selectionText: LONG }, { text: LONG, cut: true, flat: true }],
  ["what Chromium has not, we cut", { selectionText: `${LONG}b` }, { text: LONG, cut: true, flat: true }],
  ["lines that were kept", { selectionText: `${"a".repeat(200)}\nb` }, { text: `${"a".repeat(200)}\nb` }],
  ["nothing at all", {}, {}],
];
for (const [name, click, brought] of CLICKS) {
  test(name, () => assert.deepEqual(bringing("check", click), { ...NOTHING, ...brought }));
}

/** What is stored when the guide speaks a language. */
const spoken = (lang) => JSON.stringify({ lang, days: [], waiting: "", notification: "" });

/** @param {string | undefined} due what the guide stores now */
async function store(due) {
  const change = { oldValue: stored.due, newValue: due };
  stored = due === undefined ? {} : { due };
  titles = { check: "as it was" };
  changed({ due: change });
  await settled();
  return titles.check;
}

test("the entries speak the guide's language as soon as the person has chosen it", async () => {
  installed();
  changed({ due: { newValue: spoken("en") } }); // At once: the entries are made one time after the other.
  await settled();
  assert.equal(titles.check, "the browser's menu_check");
  assert.deepEqual(twice, []);
  assert.equal(await store(spoken("he")), "זה באמת OpenAI?");
  assert.equal(await store(spoken("en")), "Is this really OpenAI?");
  assert.deepEqual(Object.keys(titles), ["check", "happened", "reply", "look"]);
  assert.equal(await store(spoken("en").replace("[]", '[{"case":"c1","on":"2026-12-01"}]')), "as it was");
  assert.equal(await store(spoken("xx")), "the browser's menu_check");
  assert.equal(await store(undefined), "the browser's menu_check");
});
