// Seen to fail: one test or more with each of 27 changes to field-entries.js, one condition, value or
// line at a time.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createFieldEntries } from "../../../../extension/popup/field-entries.js";
import { FakeStorage } from "../fakes.mjs";

const START = { scope: "start", case: "" };
const CASE = { scope: "c1", case: "c1" };

beforeEach(() => { globalThis.localStorage = new FakeStorage(); });

const drafts = () => ({ ...localStorage });

/** Entries with one text on its way, typed in `shown` and taken by the guide. */
function onItsWay(shown, value = "refund") {
  const entries = createFieldEntries();
  entries.write("story", value, shown);
  entries.take("story");
  return entries;
}

test("a text is a draft until the state that has it is stored", () => {
  const entries = onItsWay(CASE);
  assert.deepEqual(drafts(), { "draft:c1:story": "refund" });
  entries.taken("story", "c1", false);
  assert.deepEqual(drafts(), { "draft:c1:story": "refund" });
  entries.stored();
  assert.deepEqual(drafts(), {});
});

test("what was typed on meanwhile is still a draft, and still to be sent", () => {
  const entries = onItsWay(CASE);
  entries.write("story", "refund me", CASE);
  entries.taken("story", "c1", false);
  entries.close("story");
  entries.stored();
  assert.deepEqual([drafts(), entries.unsent(), entries.has("story")], [{ "draft:c1:story": "refund me" }, ["story"], true]);
});

test("what the guide refused stays a draft and stays on the screen", () => {
  const entries = onItsWay(CASE);
  entries.taken("", "c1", false);
  entries.stored();
  assert.deepEqual([drafts(), entries.has("story"), entries.unsent()], [{ "draft:c1:story": "refund" }, true, []]);
});

test("when the state that had a text is gone, the text stays a draft", () => {
  const entries = onItsWay(CASE);
  entries.taken("story", "c1", false);
  entries.lose();
  entries.stored();
  assert.deepEqual(drafts(), { "draft:c1:story": "refund" });
});

test("when the state that had the case of first words is gone, they stay where a new one begins", () => {
  // Seen to fail with what was carried along settled at the next state that is stored.
  const entries = onItsWay(START);
  entries.write("goal", "my money", START);
  entries.taken("story", "c1", false);
  entries.lose();
  entries.stored();
  assert.deepEqual([drafts()["draft:start:story"], drafts()["draft:start:goal"]], ["refund", "my money"]);
});

test("a text is sent once, and again when it has changed", () => {
  const entries = onItsWay(CASE);
  assert.equal(entries.take("story"), null);
  entries.write("story", "refund me", CASE);
  assert.deepEqual(entries.take("story"), { value: "refund me", case: "c1" });
  assert.equal(entries.take("no such field"), null);
});

test("first words are kept at the start and at their case until the case is stored", () => {
  const entries = onItsWay(START);
  entries.taken("story", "c1", false);
  assert.deepEqual(drafts(), { "draft:start:story": "refund", "draft:c1:story": "refund" });
  entries.write("story", "refund me", START);
  assert.deepEqual(drafts(), { "draft:start:story": "refund me", "draft:c1:story": "refund me" });
  entries.stored();
  assert.deepEqual(drafts(), { "draft:c1:story": "refund me" });
});

test("what was typed beside first words is a draft of their case alone once that is stored", () => {
  // Seen to fail with what left the screen meanwhile: the screen of the next case began with it.
  const entries = onItsWay(START);
  entries.write("goal", "my money", START);
  entries.taken("story", "c1", false);
  entries.leave("cases", false, "typed");
  entries.stored();
  assert.deepEqual(drafts(), { "draft:c1:goal": "my money" });
});

test("a text that is on its way to the storage is not brought back as a new one", () => {
  // Seen to fail with every draft of the case brought back: it was sent twice, and held the focus in its field.
  const entries = onItsWay(START);
  entries.taken("story", "c1", false);
  entries.close("story");
  entries.recall(CASE, () => true);
  assert.deepEqual([entries.has("story"), entries.unsent()], [false, []]);
});

test("first words that are stored once they are painted are then a draft nowhere", () => {
  const entries = onItsWay(START);
  entries.taken("story", "c1", false);
  entries.close("story");
  entries.stored();
  assert.deepEqual(drafts(), {});
});

test("what was stored once is a draft again when it is typed again", () => {
  const entries = onItsWay(CASE);
  entries.taken("story", "c1", false);
  entries.stored();
  entries.close("story");
  entries.write("story", "refund", CASE);
  entries.stored();
  assert.deepEqual(drafts(), { "draft:c1:story": "refund" });
});

test("what is typed in another case goes nowhere when first words make one", () => {
  const entries = onItsWay({ scope: "c0", case: "c0" });
  entries.taken("", "c1", false);
  assert.deepEqual(drafts(), { "draft:c0:story": "refund" });
});

test("a draft that is brought back is sent, unless another window has stored it since", () => {
  for (const gone of [false, true]) {
    globalThis.localStorage = new FakeStorage();
    localStorage.setItem("draft:c1:story", "refund");
    const entries = createFieldEntries();
    entries.recall(CASE, () => true);
    assert.deepEqual(entries.unsent(), ["story"]);
    if (gone) localStorage.removeItem("draft:c1:story");
    assert.deepEqual(entries.take("story"), gone ? null : { value: "refund", case: "c1" });
    assert.equal(entries.any(), !gone);
  }
});

test("a draft that was brought back and touched is sent, whatever another window does", () => {
  localStorage.setItem("draft:c1:story", "refund");
  const entries = createFieldEntries();
  entries.recall(CASE, () => true);
  entries.write("story", "refund!", CASE);
  localStorage.removeItem("draft:c1:story");
  assert.deepEqual(entries.take("story"), { value: "refund!", case: "c1" });
});

test("a draft without a place on this screen waits, and one that is newer here is left alone", () => {
  localStorage.setItem("draft:c1:goal", "elsewhere");
  const entries = createFieldEntries();
  entries.write("story", "newer", CASE);
  localStorage.setItem("draft:c1:story", "older");
  const shown = [];
  entries.recall(CASE, (field) => { shown.push(field); return false; });
  assert.deepEqual([shown, entries.unsent()], [["goal"], ["story"]]);
});

test("while the stored state cannot be read, drafts wait where a new case begins", () => {
  const entries = createFieldEntries();
  entries.taken("", null, true);
  entries.write("story", "refund", CASE);
  assert.deepEqual(entries.take("story"), { value: "refund", case: null });
  entries.taken("story", "c1", true);
  entries.leave("c1", true, "typed");
  assert.deepEqual([drafts(), entries.has("story")], [{ "draft:start:story": "refund" }, true]);
});

test("without a storage nothing is kept, and that is said", (t) => {
  t.mock.method(console, "warn", () => {});
  globalThis.localStorage = { setItem: () => { throw new Error("full"); } };
  const entries = createFieldEntries();
  assert.equal(entries.write("story", "refund", CASE), false);
  assert.deepEqual(entries.take("story"), { value: "refund", case: "c1" });
});

// Where the text was typed; whether a screen was painted before; where the next screen leads; what
// becomes of the text. The last column: it stays, goes along with the case, or is left as a draft.
const MOVES = [
  [START, true, "c1", true, "typed", "goes along"],
  [START, true, "c1", true, "go", "is left"],
  [START, false, "c1", true, "opened", "goes along"],
  [START, true, "c1", true, "opened", "is left"],
  [START, true, "cases", false, "typed", "is left"],
  [START, true, "start", false, "go", "stays"],
  [CASE, true, "c1", true, "typed", "stays"],
  [CASE, true, "c2", true, "typed", "is left"],
  [CASE, false, "c2", true, "opened", "is left"],
  [CASE, true, "start", false, "go", "is left"],
];
for (const [from, painted, next, isCase, type, outcome] of MOVES) {
  test(`a text of ${from.scope} ${outcome} when "${type}" leads to ${next}${painted ? "" : " at the opening"}`, () => {
    const entries = createFieldEntries();
    if (painted) entries.leave("start", false, "opened");
    entries.write("story", "refund", from);
    entries.leave(next, isCase, type);
    const place = outcome === "goes along" ? next : from.scope;
    assert.deepEqual(drafts(), { [`draft:${place}:story`]: "refund" });
    assert.equal(entries.has("story"), outcome !== "is left");
    if (outcome === "goes along") assert.equal(entries.take("story").case, next);
  });
}
