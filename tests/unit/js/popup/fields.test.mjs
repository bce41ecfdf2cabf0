// Seen to fail: one test or more with each of 19 changes to fields.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createFields } from "../../../../extension/popup/fields.js";
import { DeniedStorage, FakeStorage } from "../fakes.mjs";

/** A control as far as fields.js looks at one. */
class Control {
  constructor(field, value, more = {}) {
    Object.assign(this, { dataset: { field }, type: "text", value, ...more });
  }

  closest() {
    return this;
  }
}
class Select extends Control {}

beforeEach(() => {
  globalThis.localStorage = new FakeStorage();
  globalThis.Element = Control;
  globalThis.HTMLSelectElement = Select;
  globalThis.document = { activeElement: null };
});

/** Fields on the screen of case c1; `sent` is what has been queued so far. */
function fieldsOf(screen = {}) {
  const sent = [];
  const shown = { scope: () => "c1", caseShown: () => "c1", controls: () => [], isPainting: () => false, ...screen };
  return { sent, fields: createFields(shown, (field) => sent.push(field)) };
}

const input = (target) => ({ type: "input", target });
const change = (target) => ({ type: "change", target });
const story = (value = "refund") => new Control("story", value);

test("a text is sent after a moment's quiet, and is a draft at once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { fields, sent } = fieldsOf();
  fields.note(input(story("ref")));
  t.mock.timers.tick(100);
  fields.note(input(story()));
  t.mock.timers.tick(100);
  assert.deepEqual([sent, { ...localStorage }, fields.busy()], [[], { "draft:c1:story": "refund" }, true]);
  t.mock.timers.tick(50);
  assert.deepEqual(sent, ["story"]);
});

const AT_ONCE = {
  "a field that is left": () => change(story()),
  "a choice": () => input(new Select("plan", "plus", { type: "select-one" })),
};
for (const [what, event] of Object.entries(AT_ONCE)) {
  test(`${what} is sent at once`, () => {
    const { fields, sent } = fieldsOf();
    fields.note(event());
    assert.equal(sent.length, 1);
  });
}

test("what cannot be kept as a draft is sent at once", (t) => {
  t.mock.method(console, "warn", () => {});
  globalThis.localStorage = new DeniedStorage();
  const { fields, sent } = fieldsOf();
  fields.note(input(story()));
  assert.deepEqual(sent, ["story"]);
});

const NO_TEXT = {
  "what we paint ourselves": [{ isPainting: () => true }, story()],
  "the radio that was not chosen": [{}, new Control("plan", "plus", { type: "radio", checked: false })],
  "what is no element": [{}, {}],
};
for (const [what, [screen, target]] of Object.entries(NO_TEXT)) {
  test(`${what} is nothing that the person typed`, () => {
    const { fields, sent } = fieldsOf(screen);
    fields.note(change(target));
    assert.deepEqual([sent, { ...localStorage }, fields.busy()], [[], {}, false]);
  });
}

test("a box without its tick says so", () => {
  const { fields } = fieldsOf();
  fields.note(change(new Control("agree", "yes", { type: "checkbox", checked: false })));
  assert.equal(fields.take("agree").value, "");
});

test("half a composed word is a draft, and is sent when it is whole", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { fields, sent } = fieldsOf();
  fields.compose({ type: "compositionstart", target: story("") });
  fields.note(input(story("に")));
  t.mock.timers.tick(1000);
  fields.flush();
  assert.deepEqual([sent, { ...localStorage }], [[], { "draft:c1:story": "に" }]);
  fields.compose({ type: "compositionend", target: story("日本") });
  t.mock.timers.tick(1000);
  assert.deepEqual([sent, fields.take("story").value], [["story"], "日本"]);
});

test("a word that is being composed is not closed by the view that has its beginning", () => {
  const { fields } = fieldsOf();
  fields.note(change(story()));
  fields.take("story");
  fields.compose({ type: "compositionstart", target: story() });
  fields.shown("typed", "story", () => false);
  assert.equal(fields.busy(), true);
});

const ANSWERED = { state: { current: "c1" }, problem: null };

test("first words are kept at their case, too, before it is stored", () => {
  const { fields } = fieldsOf({ scope: () => "start", caseShown: () => "" });
  fields.note(change(story()));
  fields.taken(fields.take("story"), ANSWERED, false);
  assert.deepEqual({ ...localStorage }, { "draft:start:story": "refund", "draft:c1:story": "refund" });
});

for (const [type, state] of [["go", ANSWERED.state], ["typed", {}], ["typed", null]]) {
  test(`"${type}" that leads to ${JSON.stringify(state)} makes no case of a text`, () => {
    const { fields } = fieldsOf({ scope: () => "start", caseShown: () => "" });
    fields.note(change(story()));
    fields.taken({ type }, { state, problem: null }, false);
    assert.deepEqual({ ...localStorage }, { "draft:start:story": "refund" });
  });
}

test("before a view is painted, what it has is closed, and what belongs elsewhere left", () => {
  const { fields } = fieldsOf();
  fields.note(change(story()));
  fields.note(change(new Control("goal", "my money")));
  for (const field of ["story", "goal"]) fields.take(field);
  fields.shown("typed", "story", ({ entering, keeps }) => {
    assert.deepEqual([keeps(story()), keeps(new Control("goal", ""))], [false, true]);
    entering("c2", true);
    assert.equal(keeps(new Control("goal", "")), false);
    return false;
  });
});

test("the field under the person's fingers is not tidied by an answer to typing", () => {
  const { fields } = fieldsOf();
  const focused = document.activeElement = story();
  const kept = {};
  for (const type of ["typed", "go"]) fields.shown(type, "", ({ keeps }) => (kept[type] = keeps(focused), false));
  assert.deepEqual(kept, { typed: true, go: false });
});

// The event; whether it led to another screen; whether the drafts of that screen come back.
for (const [type, moved, back] of [["go", true, true], ["go", false, false], ["opened", false, true], ["typed", false, false]]) {
  test(`after "${type}" ${moved ? "to another" : "on the same"} screen its drafts ${back ? "are" : "need not be"} brought back`, () => {
    localStorage.setItem("draft:c1:story", "refund");
    const place = story("");
    const { fields, sent } = fieldsOf({ controls: () => [place] });
    fields.shown(type, "", () => moved);
    assert.deepEqual([place.value, sent], back ? ["refund", ["story"]] : ["", []]);
  });
}

test("what was typed before anything listened comes first, then the drafts of the screen", () => {
  localStorage.setItem("draft:c1:story", "older");
  localStorage.setItem("draft:c1:goal", "my money");
  const places = { story: story("newer"), goal: new Control("goal", "") };
  const { fields, sent } = fieldsOf({ controls: (field) => [places[field]] });
  fields.begin([input(places.story)]);
  assert.deepEqual([places.story.value, places.goal.value, sent], ["newer", "my money", ["story", "goal"]]);
});
