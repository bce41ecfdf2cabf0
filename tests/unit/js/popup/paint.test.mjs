// Seen to fail: one test or more with each of 15 changes to paint.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { provide } from "../fakes.mjs";

provide({ "idiomorph.esm.js": "export const Idiomorph = { morph: (...given) => globalThis.morphed(...given) };" });
const { createPainter, mayWrite } = await import("../../../../extension/popup/paint.js");

const NOBODY = { entering() {}, keeps: () => false };
const WRITING = { ...NOBODY, keeps: () => true };
globalThis.Element = class {};

/** Markup with a screen; `focusable` are the elements that a selector finds in it. */
const markup = (dataset, focusable = {}) => ({
  dataset,
  querySelector(selector) {
    return selector === "main[data-screen]" ? { dataset: this.dataset } : focusable[selector] ?? null;
  },
  contains: (element) => Boolean(element?.inside),
});

const view = (screen, more = {}) => ({ html: JSON.stringify({ screen, ...more }), lang: "he", dir: "rtl" });

let focused;
/** An element that can have the focus; `inside` is whether it is on the screen. */
const element = (id, inside = true) => Object.assign(new Element(), {
  id, inside, focus() { focused = id; }, closest() { return this; }, checkVisibility: () => inside, scrollIntoView() {},
});

/** A page whose screen is `dataset`; `morphs` are those made in it. */
function page(dataset, { active = null, shown = null, focusable = {}, gone = [] } = {}) {
  const root = markup(dataset, focusable);
  const morphs = [];
  focused = undefined;
  globalThis.document = {
    documentElement: {}, activeElement: active, body: { id: "" },
    scrollingElement: { scrollTo: (...to) => morphs.push(["scroll", ...to]) },
    getElementById: (id) => (gone.includes(id) ? null : element(id)),
    querySelectorAll: () => [],
  };
  globalThis.firstPaint = { shown, parse: (html) => markup(JSON.parse(html)) };
  globalThis.morphed = (into, fresh, { callbacks }) => {
    morphs.push(["morph", fresh.dataset.screen]);
    into.dataset = fresh.dataset;
    return callbacks;
  };
  return { painter: createPainter({ querySelector: () => root }), morphs };
}

beforeEach(() => page({ screen: "start" }));

test("what is on the screen already is not painted again, but once only", () => {
  const { painter, morphs } = page({ screen: "details", case: "c1" }, { shown: view("details").html });
  const entered = [];
  const person = { ...NOBODY, entering: (...to) => entered.push(to) };
  assert.equal(painter.paint(view("details"), person), false);
  assert.deepEqual([morphs, entered, document.documentElement], [[], [["c1", true]], { lang: "he", dir: "rtl" }]);
  painter.paint(view("details"), person);
  assert.deepEqual(morphs, [["morph", "details"]]);
});

test("before anything changes, the person's side hears what the new screen belongs to", () => {
  const { painter, morphs } = page({ screen: "start" });
  const entering = (...to) => morphs.push(["entering", ...to, painter.scope()]);
  painter.paint(view("details", { case: "c1" }), { ...NOBODY, entering });
  painter.paint(view("cases"), { ...NOBODY, entering });
  assert.deepEqual(morphs.filter(([what]) => what !== "scroll"), [
    ["entering", "c1", true, "start"], ["morph", "details"], ["entering", "cases", false, "c1"], ["morph", "cases"],
  ]);
});

test("what changes while we paint is not the person's doing, even if painting fails", () => {
  const { painter } = page({ screen: "start" });
  const seen = [painter.isPainting()];
  globalThis.morphed = () => { seen.push(painter.isPainting()); throw new Error("staged"); };
  assert.throws(() => painter.paint(view("start"), NOBODY), /staged/);
  assert.deepEqual([...seen, painter.isPainting()], [false, true, false]);
});

const FIRST = { "[autofocus]": element("first") };
const HEADING = { "main [tabindex='-1']": element("heading") };
// From one screen to another, by "screen/item"; what has the focus; what the new screen has to give
// it to; who is at it; where it is then. Seen to fail, the third: the focus stayed on what both have.
const MOVES = [
  ["start", "details", element("story"), FIRST, NOBODY, "first", true],
  ["start", "details", element("gone", false), HEADING, NOBODY, "heading", true],
  ["start", "details", element("story"), HEADING, NOBODY, "heading", true],
  ["start", "details", element("story"), HEADING, WRITING, undefined, true],
  ["case", "case", element("goal"), FIRST, NOBODY, undefined, false],
];
for (const [from, to, active, focusable, person, then, moved] of MOVES) {
  test(`from ${from} to ${to} the focus of ${active.id} goes to ${then ?? "nothing else"}`, () => {
    const { painter, morphs } = page({ screen: from }, { active, focusable });
    assert.equal(painter.paint(view(to), person), moved);
    assert.equal(focused, then);
    assert.equal(morphs.some(([what]) => what === "scroll"), moved);
  });
}

// Seen to fail, the first: whoever came back to a list began it anew.
const BACK = { ...NOBODY, back: true };
for (const [how, person, gone, then] of [
  ["back", BACK, [], "case-c9"], ["on", NOBODY, [], "heading"], ["back", BACK, ["case-c9"], "heading"],
]) {
  test(`who goes ${how} to a list ${gone.length ? "that has lost its" : "with a"} row begins at ${then}`, () => {
    const { painter } = page({ screen: "cases" }, { active: element("case-c9"), focusable: HEADING, gone });
    painter.paint(view("case", { item: "c9" }), NOBODY);
    document.activeElement = element("heading");
    painter.paint(view("cases"), person);
    assert.equal(focused, then);
  });
}

test("another case is another screen", () => {
  const { painter } = page({ screen: "case", item: "c1" });
  assert.equal(painter.paint(view("case", { item: "c2" }), NOBODY), true);
});

test("the focus comes back to an element that was made anew under the same id", () => {
  const { painter } = page({ screen: "details" }, { active: element("goal") });
  globalThis.morphed = () => { document.activeElement = document.body; };
  painter.paint(view("details"), NOBODY);
  assert.equal(focused, "goal");
});

// Seen to fail: the focus was with the page itself.
for (const [has, focusable] of [["what is next", FIRST], ["the heading", HEADING]]) {
  test(`what is gone from the screen leaves the focus to ${has}`, () => {
    const { painter } = page({ screen: "cases" }, { active: element("throw-away-c2"), focusable, gone: ["throw-away-c2"] });
    globalThis.morphed = () => { document.activeElement = document.body; };
    painter.paint(view("cases"), NOBODY);
    assert.equal(focused, Object.values(focusable)[0].id);
  });
}

const FIELD = { tagName: "INPUT", closest: () => FIELD };
const OPTION = { tagName: "OPTION", closest: () => FIELD };
const BUTTON = { tagName: "BUTTON", closest: () => null };
const DETAILS = { tagName: "DETAILS", closest: () => null };
// The attribute, its element, whether it is another screen, whether the field has something newer;
// whether the morph may write it.
const WRITES = [
  ["value", FIELD, false, false, true], ["value", FIELD, false, true, false], ["value", FIELD, true, true, false],
  ["checked", FIELD, false, true, false], ["selected", OPTION, false, true, false], ["selected", OPTION, false, false, true],
  ["class", FIELD, false, true, true], ["value", BUTTON, false, true, true],
  ["open", DETAILS, false, false, false], ["open", DETAILS, true, false, true], ["open", BUTTON, false, false, true],
];
for (const [name, target, moved, newer, may] of WRITES) {
  test(`${name} of ${target.tagName} is ${may ? "" : "not "}written ${moved ? "on another" : "on the same"} screen${newer ? ", with newer text" : ""}`, () => {
    assert.equal(mayWrite(moved, () => newer)(name, target), may);
  });
}
