// The browser's translator: it works, or it is absent, slow, refuses, dies, says no text. Seen to fail:
// one test or more with each of 8 changes to translate.js.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { settled } from "../fakes.mjs";

const { translate } = await import("../../../../extension/popup/translate.js");

const passage = (field, original) => ({ field, locale: "en", original, text: "" });
const EFFECT = {
  kind: "translate", case: "c1", source: "he", target: "en",
  passages: [passage("goal", "שורה\n\nועוד"), passage("story", "לא")],
};
const FAILED = { type: "translation_failed", reason: "failed" };
const ABSENT = { type: "translation_failed", reason: "absent" };
const never = () => new Promise(() => {});
const refuses = async () => { throw new DOMException("staged", "NotAllowedError"); };

let says;
let destroyed;
beforeEach(() => {
  says = false;
  destroyed = 0;
  globalThis.document = { documentElement: { toggleAttribute: (_, on) => { says = on; } } };
  delete globalThis.Translator;
});

/** A translator, with what is given in the place of what works. */
function translator({ availability = async () => "downloadable", say = async (text) => `<${text}>`, create } = {}) {
  const made = { translate: say, destroy: () => { destroyed += 1; } };
  globalThis.Translator = { availability, create: create ?? (async () => made) };
}

test("each line is translated, and lines stay lines", async () => {
  translator();
  const { type, case: id, passages } = await translate(EFFECT);
  assert.deepEqual([type, id], ["translated", "c1"]);
  assert.deepEqual(passages.map(({ text }) => text), ["<שורה>\n\n<ועוד>", "<לא>"]);
  assert.deepEqual(passages.map(({ original }) => original), EFFECT.passages.map(({ original }) => original));
  assert.deepEqual([says, destroyed], [false, 1]);
});

test("the browser is asked before anything is awaited: a language pack takes the person's click", async (t) => {
  t.mock.method(console, "warn", () => {});
  let wish;
  translator({ create: (asked) => (wish = asked, refuses()) });
  const under = translate(EFFECT);
  assert.deepEqual([wish.sourceLanguage, wish.targetLanguage, says], ["he", "en", true]);
  assert.equal(await translate(EFFECT), undefined, "a second click is the same wish");
  await under;
});

const FAULTS = {
  "there is none": [() => {}, ABSENT],
  "not between these languages": [() => translator({ availability: async () => "unavailable", create: refuses }), ABSENT],
  "it refuses": [() => translator({ create: refuses }), FAILED],
  "it is broken": [() => translator({ create: () => { throw new TypeError("staged"); } }), FAILED],
  "it cannot say whether it can": [() => translator({ availability: refuses }), FAILED],
  "it dies in the middle": [() => translator({ say: async (text) => (text === "ועוד" ? refuses() : text) }), FAILED],
  "it says no text": [() => translator({ say: async () => ({ text: "x" }) }), FAILED],
};
for (const [fault, [stage, outcome]] of Object.entries(FAULTS)) {
  test(`${fault}: that is said, and nothing else`, async (t) => {
    t.mock.method(console, "warn", () => {});
    stage();
    assert.deepEqual([await translate(EFFECT), says], [outcome, false]);
  });
}

const SLOW = {
  "it is not there in time": { create: never },
  "it does not say whether it can": { availability: never },
  "it begins and never ends": { say: never },
};
for (const [fault, stage] of Object.entries(SLOW)) {
  test(`${fault}: nobody waits for ever`, async (t) => {
    t.mock.method(console, "warn", () => {});
    t.mock.timers.enable({ apis: ["setTimeout"] });
    translator(stage);
    const under = translate(EFFECT);
    for (let tries = 0; tries < 4; tries += 1) {
      await settled();
      t.mock.timers.tick(100_000);
    }
    assert.deepEqual([await under, says], [FAILED, false]);
  });
}

test("a language pack that goes on coming is waited for", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const monitor = new EventTarget();
  const { promise, resolve } = Promise.withResolvers();
  translator({ create: (wish) => (wish.monitor(monitor), promise) });
  const under = translate(EFFECT);
  for (let tries = 0; tries < 10; tries += 1) {
    await settled();
    t.mock.timers.tick(60_000);
    monitor.dispatchEvent(new Event("downloadprogress"));
  }
  resolve({ translate: async () => "said" });
  assert.equal((await under).type, "translated");
});
