// What the keys lead to; that they do so in browsers is tests/browser/test_by_keyboard.py.
// Seen to fail: one test or more with each of 8 changes to keys.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { listenToKeys } from "../../../../extension/popup/keys.js";

globalThis.Element = class {};
globalThis.HTMLInputElement = class extends Element {};
globalThis.SubmitEvent = class { constructor(type) { this.type = type; } };

let did;
let hears;

/** Something with a name that can have the focus; `around` is what it stands in. */
const element = (name, { kind = Element, around = {}, ...more } = {}) => Object.assign(new kind(), {
  focus: () => did.push(name), click: () => did.push(`click ${name}`),
  closest: (selector) => around[selector] ?? null, ...more,
});

const radios = () => ["a", "b", "c"].map((name) => element(name, { kind: HTMLInputElement, type: "radio", name: "where" }));

beforeEach(() => {
  [did, hears] = [[], {}];
  globalThis.document = {
    documentElement: { dir: "ltr" },
    addEventListener: (kind, listener) => { hears[kind] = listener; },
    getElementsByName: () => document.radios,
    querySelector: () => element("opener"),
  };
  listenToKeys();
});

/** Press a key; whether the browser is kept from doing with it what it does. */
function press(key, target, more = {}) {
  let used = false;
  hears.keydown({ key, target, preventDefault: () => { used = true; }, ...more });
  return used;
}

// The direction of the page, a key, from where; what is done.
const CHOICES = [
  ["ltr", "ArrowDown", 0, "b"], ["ltr", "ArrowUp", 0, "c"], ["ltr", "ArrowDown", 2, "a"],
  ["ltr", "ArrowRight", 0, "b"], ["ltr", "ArrowLeft", 1, "a"],
  ["rtl", "ArrowRight", 1, "a"], ["rtl", "ArrowLeft", 0, "b"], ["rtl", "ArrowDown", 0, "b"],
  ["ltr", "Enter", 1, "click b"],
];
for (const [dir, key, from, then] of CHOICES) {
  test(`in a choice from ${dir}, ${key} on ${"abc"[from]}: ${then}, and nothing is chosen by an arrow`, () => {
    document.documentElement.dir = dir;
    document.radios = radios();
    assert.equal(press(key, document.radios[from]), true);
    assert.deepEqual(did, [then]);
  });
}

for (const key of [" ", "Tab", "a"]) {
  test(`in a choice ${JSON.stringify(key)} is the browser's`, () => {
    document.radios = radios();
    assert.equal(press(key, document.radios[0]), false);
  });
}

// A key, what is held with it, whether the field has a form; whether it is sent.
const SENDING = [
  ["Enter", { ctrlKey: true }, true, true], ["Enter", { metaKey: true }, true, true],
  ["Enter", {}, true, false], ["a", { ctrlKey: true }, true, false], ["Enter", { ctrlKey: true }, false, false],
  ["Enter", { ctrlKey: true, isComposing: true }, true, false],
];
for (const [key, held, hasForm, sent] of SENDING) {
  test(`${JSON.stringify(held)} ${key} ${sent ? "sends" : "does not send"} a field ${hasForm ? "in" : "without"} a form`, () => {
    const form = hasForm ? { dispatchEvent: ({ type }) => did.push(type) } : null;
    const field = element("story", { around: { "[data-field]": { form } } });
    assert.equal(press(key, field, held), sent);
    assert.deepEqual(did, sent ? ["submit"] : []);
  });
}

test("a key that is held presses a button once", () => {
  const button = element("copy", { around: { button: {} } });
  assert.deepEqual([press("Enter", button), press("Enter", button, { repeat: true })], [false, true]);
});

const menu = (current = null) => {
  // What the frame has no use for is not shown, and is passed over.
  const all = ["one", "hidden", "two", "three"].map((name) => element(name, { checkVisibility: () => name !== "hidden" }));
  const items = all.filter((item) => item.checkVisibility());
  const found = element("menu", {
    id: "menu", querySelectorAll: () => all, querySelector: () => current, matches: () => true,
    hidePopover: () => did.push("closed"), contains: (one) => items.includes(one),
  });
  for (const item of all) item.closest = (selector) => (selector === ".menu" ? found : null);
  return { found, items };
};

const MOVES = [
  ["ArrowDown", 0, ["two"]], ["ArrowUp", 0, ["three"]], ["ArrowDown", 2, ["one"]], ["Home", 2, ["one"]],
  ["End", 0, ["three"]], ["Escape", 1, ["closed", "opener"]],
];
for (const [key, from, then] of MOVES) {
  test(`in a menu ${key} leads to ${then}`, () => {
    assert.equal(press(key, menu().items[from]), true);
    assert.deepEqual(did, then);
  });
}

test("a menu that opens takes the focus, where one is or at its beginning", () => {
  const here = element("here");
  for (const current of [null, here]) hears.toggle({ target: menu(current).found, newState: "open" });
  hears.toggle({ target: menu().found, newState: "closed" });
  assert.deepEqual(did, ["one", "here"]);
});

test("a menu closes when the focus goes elsewhere, and not before", () => {
  const { found, items } = menu();
  document.querySelector = () => found;
  hears.focusin({ target: items[1] });
  assert.deepEqual(did, []);
  hears.focusin({ target: element("outside") });
  assert.deepEqual(did, ["closed"]);
});
