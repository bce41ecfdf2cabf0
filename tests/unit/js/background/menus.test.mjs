// What a right click becomes. Seen to fail: with the tab's address for a frame's words, and without the cut.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.chrome = {
  storage: { onChanged: { addListener() {} }, local: { get: async () => ({}) } },
  action: { setPopup: async () => {}, onClicked: { addListener() {} } },
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
