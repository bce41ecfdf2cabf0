// The order of a turn: what is done, and with what, for each way in which it can go. Seen to fail: one
// test or more with each of 15 changes to turn.js, one step or condition at a time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { takeTurn } from "../../../../extension/popup/turn.js";
import { settled } from "../fakes.mjs";

const STATE = { version: 1, current: "c1" };
const OTHER = { version: 1, current: "c2" };
const GO = { type: "go", to: "details" };
const TYPED = { type: "typed", field: "goal", value: "refund", case: "c1" };
const FIELD = { field: "goal" };
const EFFECT = { kind: "focus", target: "goal" };
const LOOK = { kind: "look", told: null };

const response = (more) => ({ v: 1, state: STATE, html: "<main>", lang: "en", dir: "ltr", effects: [], problem: null, ...more });

/** A popup that writes down what a turn does with it. `world` says how each part answers; the storage does so last. */
function popup({ guess = { state: STATE }, stored = STATE, unread = null, kept = null, taken = TYPED, aside = "", isBeside = true, answers = [response()] }) {
  const said = [];
  const say = (...words) => void said.push(words.map(String).join(" "));
  const names = new Map([[STATE, "state"], [OTHER, "other"], [null, "null"]]);
  const parts = {
    store: {
      guess: () => guess,
      load: async () => (say("load"), { state: stored, trouble: unread }),
      keep: async (state) => {
        say("keep", names.get(state));
        await settled();
        return kept;
      },
    },
    fields: {
      take: (field) => (say("take", field), taken),
      taken: (event, { state, problem }, isUnread) => {
        say("taken", event.type, names.get(state), isUnread);
        return problem ? "" : event.field ?? "";
      },
      stored: () => say("stored"),
      lose: () => say("lose"),
      setAside: (field) => say("aside", field),
      aside: () => aside,
      shown: (type, field, paint) => (say("shown", type, field || "-"), paint("hooks")),
    },
    ask: async (event, state) => {
      say("ask", event.type, names.get(state));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isBeside: () => isBeside,
    exclusive: async (run) => {
      say("lock");
      try {
        return await run();
      } finally {
        say("unlock");
      }
    },
    still: async () => say("still"),
    log: (code, stage) => say("log", code, stage),
    notify: (trouble) => say("notify", trouble),
    paint: ({ html }, hooks) => say("paint", html, hooks),
    remember: () => (say("remember"), () => say("put back")),
    act: async ({ kind }) => say("act", kind),
  };
  return { parts, said };
}

const BUG = response({ html: "oops", problem: { code: "bug", detail: "" } });
const SHOWN = ["still", "shown go -", "paint <main> hooks"];
const PAINTED = [...SHOWN, "remember"];
const TYPED_PAINTED = ["still", "shown typed goal", "paint <main> hooks", "remember"];
const DONE = ["stored", "unlock", "notify null"];
const WAYS = {
  "what is most likely stored is what is stored: the guide is asked once, ahead, and the view is painted while the storage works": [
    GO, { answers: [response({ effects: [LOOK, EFFECT, LOOK] })] },
    ["ask go state", "lock", "load", "taken go state false", "keep state", ...PAINTED, "act focus", ...DONE, "act look", "act look"],
  ],
  // Seen to fail: it was asked before the lock, of which the page could not hear until the guide was done.
  "a guide on the page's own thread is asked when the storage is": [
    GO, { isBeside: false },
    ["lock", "load", "ask go state", "taken go state false", "keep state", ...PAINTED, ...DONE],
  ],
  "another window has stored meanwhile: the guide is asked again, and that answer counts": [
    GO, { stored: OTHER, answers: [response({ html: "stale" }), response({ state: OTHER })] },
    ["ask go state", "lock", "load", "ask go other", "taken go other false", "keep other", ...PAINTED, ...DONE],
  ],
  "what was asked ahead fails and does not count": [
    GO, { stored: OTHER, answers: [new Error("staged"), response({ state: OTHER })] },
    ["ask go state", "lock", "load", "ask go other", "taken go other false", "keep other", ...PAINTED, ...DONE],
  ],
  "nothing is known of the storage: the guide is asked when it is read": [
    GO, { guess: null },
    ["lock", "load", "ask go state", "taken go state false", "keep state", ...PAINTED, ...DONE],
  ],
  "a field gives its text in the lock, and is known to be stored before the lock is gone": [
    FIELD, {},
    ["lock", "take goal", "load", "ask typed state", "taken typed state false", "keep state", ...TYPED_PAINTED, ...DONE],
  ],
  "a field has nothing new": [FIELD, { taken: null }, ["lock", "take goal", "unlock"]],
  "the guide refuses a text: it stays a draft, and the rest is stored": [
    FIELD, { answers: [response({ problem: { code: "too_long", detail: "" } })] },
    ["lock", "take goal", "load", "ask typed state", "taken typed state false", "keep state", "still", "shown typed -",
      "paint <main> hooks", "remember", "stored", "unlock", "log too_long typed", "notify null"],
  ],
  "a state that cannot be understood is left as it is": [
    GO, { answers: [response({ problem: { code: "bad_state", detail: "" } })] },
    ["ask go state", "lock", "load", "taken go state false", ...SHOWN, "unlock",
      "log bad_state go", "notify null"],
  ],
  // Seen to fail: the text was sent again at each opening, and each ended in the screen of a mistake.
  "the guide makes a mistake with a text: it is set aside, and the screen comes back without it": [
    FIELD, { answers: [BUG, response({ html: "before" })], aside: "refund" },
    ["lock", "take goal", "load", "ask typed state", "ask opened state", "aside goal", "taken typed state false",
      "keep state", "still", "shown opened -", "paint before hooks", "remember", "stored", "unlock", "log bug typed",
      "notify not_taken"],
  ],
  "the guide makes a mistake with what is stored: a screen that works comes": [
    GO, { answers: [BUG, BUG, response({ state: OTHER })] },
    ["ask go state", "lock", "load", "ask opened state", "ask go state", "taken go other false", "keep other", ...PAINTED,
      "stored", "unlock", "log bug go", "notify bug"],
  ],
  "the guide makes nothing but mistakes: that is said": [
    GO, { answers: [BUG] },
    ["ask go state", "lock", "load", "ask opened state", "ask go state", "ask go state", "taken go state false",
      "keep state", "still", "shown go -", "paint oops hooks", "remember", "stored", "unlock", "log bug go", "notify bug"],
  ],
  "what the guide has failed at is shown at the next opening": [
    { type: "opened" }, { aside: "refund" },
    ["ask opened state", "lock", "load", "taken opened state false", "keep state", "still", "shown opened -",
      "paint <main> hooks", "remember", "stored", "unlock", "notify not_taken"],
  ],
  "there is nothing to store": [
    GO, { answers: [response({ state: null })] },
    ["ask go state", "lock", "load", "taken go null false", ...SHOWN, "unlock", "notify null"],
  ],
  "the storage cannot be read: nothing is lost, and nothing remembered": [
    GO, { guess: null, unread: "not_read", kept: "not_read" },
    ["lock", "load", "ask go state", "taken go state true", "keep state", ...PAINTED, "lose", "unlock", "put back",
      "log not_read go", "notify not_read"],
  ],
  "the storage cannot be read, and there is nothing to store": [
    GO, { guess: null, unread: "not_read", answers: [response({ state: null })] },
    ["lock", "load", "ask go state", "taken go null true", "lose", ...SHOWN, "unlock",
      "log not_read go", "notify not_read"],
  ],
  "the storage cannot be written: the view is shown, and not what the next opening begins with": [
    FIELD, { kept: "not_saved" },
    ["lock", "take goal", "load", "ask typed state", "taken typed state false", "keep state", ...TYPED_PAINTED,
      "unlock", "put back", "log not_saved typed", "notify not_saved"],
  ],
};
for (const [way, [waiting, world, order]] of Object.entries(WAYS)) {
  test(way, async () => {
    const { parts, said } = popup(world);
    await takeTurn(waiting, parts);
    assert.deepEqual(said, order);
  });
}

test("when the guide cannot be asked, nothing is stored or painted", async () => {
  const { parts, said } = popup({ answers: [new Error("staged")] });
  await assert.rejects(takeTurn(GO, parts), /staged/);
  assert.deepEqual(said, ["ask go state", "lock", "load", "unlock"]);
});

test("a view that cannot be painted holds no other window", async () => {
  // Seen to fail with the view awaited in the lock.
  const { parts, said } = popup({});
  parts.paint = () => { throw new Error("staged"); };
  await assert.rejects(takeTurn(GO, parts), /staged/);
  assert.deepEqual(said.slice(-2), ["stored", "unlock"]);
});

test("what is deleted for good is gone before the screen is painted, which can be the popup's last act", async () => {
  // Seen to fail with the effect alone: a popup killed in between left the drafts, and the copy before.
  const kept = { "draft:c1:goal": "refund", "draft:c2:goal": "other" };
  globalThis.localStorage = Object.assign(Object.create({
    getItem: (key) => kept[key] ?? null, removeItem: (key) => { delete kept[key]; }, key: (at) => Object.keys(kept)[at],
  }), kept);
  const { parts } = popup({ answers: [response({ effects: [{ kind: "forget", case: "c1" }] })] });
  const how = [];
  const { keep } = parts.store;
  parts.store.keep = (state, more) => (how.push(more), keep(state));
  parts.paint = () => how.push(Object.keys(kept));
  await takeTurn(GO, parts);
  assert.deepEqual(how, [{ free: undefined, read: true, forgets: true, reminders: undefined }, ["draft:c2:goal"]]);
});
