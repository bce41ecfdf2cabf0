// Seen to fail: one test or more with each of 4 changes to load-state.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createLoadState } from "../../../../extension/popup/load-state.js";

// Where it is told to go; where it then is.
const WAYS = [
  [[], ["loading"]],
  [["ready"], ["loading", "ready"]],
  [["ready", "failed"], ["loading", "ready", "failed"]],
  [["failed", "ready", "failed", "loading"], ["loading", "failed"]],
  [["ready", "ready", "loading"], ["loading", "ready"]],
];
for (const [told, shown] of WAYS) {
  test(`told ${told.join(", ") || "nothing"}, the popup is ${shown.join(", then ")}`, () => {
    const seen = [];
    const load = createLoadState((stage) => seen.push(stage));
    const done = told.map((stage) => load.become(stage));
    assert.deepEqual(seen, shown);
    assert.equal(load.stage(), shown.at(-1));
    assert.equal(done.filter(Boolean).length, shown.length - 1);
  });
}
