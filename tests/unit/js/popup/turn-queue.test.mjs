import assert from "node:assert/strict";
import { test } from "node:test";

import { createTurnQueue } from "../../../../extension/popup/turn-queue.js";

const typed = { field: "goal" };
const go = { type: "go", to: "details" };
const back = { type: "back" };

/** The queue, what it has run so far, and a hand on when a turn ends. */
function staged() {
  const ran = [];
  const ends = [];
  const told = [];
  const turns = createTurnQueue((waiting) => {
    ran.push(waiting);
    return new Promise((resolve) => ends.push(resolve));
  }, (owing) => told.push(owing));
  const end = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { turns, ran, end, told };
}

test("what comes before the engine waits, and keeps its order", async () => {
  const { turns, ran, end } = staged();
  for (const waiting of [typed, go, back]) turns.push(waiting);
  assert.deepEqual(ran, []);
  turns.start();
  for (let i = 0; i < 3; i += 1) await end();
  assert.deepEqual(ran, [typed, go, back]);
});

test("an answer is owed for what the person did, not for the opening", async () => {
  const { turns, end } = staged();
  turns.push({ type: "opened" });
  assert.equal(turns.owing(), false);
  turns.push(go);
  assert.equal(turns.owing(), true);
  turns.start();
  await end();
  assert.equal(turns.owing(), true);
  await end();
  assert.equal(turns.owing(), false);
});

// Seen to fail with a `drain` that tells nobody.
test("that an answer is owed is told when it begins, and when the last one is given", async () => {
  const { turns, told, end } = staged();
  turns.push({ type: "opened" });
  assert.equal(told.at(-1), false);
  turns.push(go);
  assert.equal(told.at(-1), true);
  turns.start();
  await end();
  assert.equal(told.at(-1), true);
  await end();
  assert.equal(told.at(-1), false);
});

test("a turn begins when the one before has ended", async () => {
  const { turns, ran, end } = staged();
  turns.start();
  turns.push(go);
  turns.push(back);
  assert.deepEqual(ran, [go]);
  await end();
  assert.deepEqual(ran, [go, back]);
});

test("the same wish twice in a row waits once", async () => {
  const { turns, ran, end } = staged();
  for (const waiting of [go, { ...go }, typed, { ...typed }, go]) turns.push(waiting);
  turns.start();
  for (let i = 0; i < 5; i += 1) await end();
  assert.deepEqual(ran, [go, typed, go]);
});

test("it is idle when the last turn has ended, or at once when there is none", async () => {
  const { turns, end } = staged();
  await turns.idle();
  turns.start();
  turns.push(go);
  let idle = false;
  void turns.idle().then(() => { idle = true; });
  await new Promise(setImmediate);
  assert.equal(idle, false);
  await end();
  assert.equal(idle, true);
});

test("when the engine is gone nothing waits for it", async () => {
  const { turns, ran } = staged();
  turns.push(go);
  const idle = turns.idle();
  turns.stop();
  turns.push(back);
  await idle;
  await turns.idle();
  assert.deepEqual(ran, []);
});
