// One event for whichever frame takes it first. Seen to fail: taken without a lock, and by a hidden frame.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { leaveErrand, takeErrands } from "../../../../extension/shared/errand.js";
import { settled } from "../fakes.mjs";

const NEW_CASE = { type: "new_case" };
let hear;
beforeEach(() => {
  let kept = {};
  let last = Promise.resolve();
  hear = [];
  globalThis.document = { hidden: false };
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {
    locks: { request: (_name, run) => (last = last.then(run)) },
  } });
  globalThis.chrome = {
    storage: { session: {
      get: async () => structuredClone(kept), set: async (more) => void (kept = more), remove: async () => void (kept = {}),
    } },
    windows: { getCurrent: async () => ({ id: 1 }) },
    runtime: { id: "us", onMessage: { addListener: (one) => void hear.push(one) } },
  };
});

test("what was left before a frame opened is taken once, by one of two", async () => {
  await leaveErrand(NEW_CASE);
  const done = [];
  await Promise.all([takeErrands((event) => done.push(event)), takeErrands((event) => done.push(event))]);
  assert.deepEqual(done, [NEW_CASE]);
});

const ASKED = [
  ["a frame in sight in that window takes it", 1, "us", false, [NEW_CASE]],
  ["one in another window leaves it", 2, "us", false, []],
  ["one behind another tab leaves it", 1, "us", true, []],
  ["nobody else can ask for it", 1, "them", false, []],
];
for (const [name, windowId, id, hidden, taken] of ASKED) {
  test(name, async () => {
    const done = [];
    const said = [];
    await takeErrands((event) => done.push(event));
    await leaveErrand(NEW_CASE);
    document.hidden = hidden;
    hear[0]({ errand: windowId }, { id }, (answer) => said.push(answer));
    await settled();
    assert.deepEqual([done, said], [taken, taken.map(() => true)]);
  });
}
