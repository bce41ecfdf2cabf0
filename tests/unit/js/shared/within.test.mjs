// Seen to fail with one timer for all of the time: the first.

import assert from "node:assert/strict";
import { test } from "node:test";

import { within } from "../../../../extension/shared/within.js";
import { goBy } from "../fakes.mjs";

test("an answer that came while the page was busy is heard, however long that was", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { promise, resolve } = Promise.withResolvers();
  const answer = within(promise, 1500);
  t.mock.timers.tick(60_000);
  resolve("here");
  assert.equal(await answer, "here");
});

test("what does not answer while the page listens is given up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const outcomes = [];
  within(new Promise(() => {}), 1500).catch(({ message }) => outcomes.push(message));
  goBy(t.mock.timers, 1000);
  await Promise.resolve();
  assert.deepEqual(outcomes, []);
  goBy(t.mock.timers, 500);
  await new Promise(setImmediate);
  assert.deepEqual(outcomes, ["no answer in 1500 ms"]);
});

test("an answer stops the clock", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  assert.equal(await within(Promise.resolve("here"), 1500), "here");
  goBy(t.mock.timers, 2000);
});
