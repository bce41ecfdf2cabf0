// Seen to fail: with >= in `next`, with a day that comes at midnight, and with a list that is not looked at.

import assert from "node:assert/strict";
import { test } from "node:test";

import { casesOf, come, next, read, timeOf } from "../../../../extension/background/due-days.js";

const days = [{ case: "c1", on: "2026-12-01" }, { case: "c2", on: "2026-12-01" }, { case: "c1", on: "2026-12-05" }];
const LIST = { days, waiting: "{number}", notification: "now" };
const at = (day, hour) => new Date(2026, 11, day, hour).getTime();

test("a day comes at nine in the morning here", () => {
  assert.equal(timeOf({ case: "c1", on: "2026-12-01" }), at(1, 9));
  assert.deepEqual(come(LIST, at(1, 9) - 1), []);
  assert.deepEqual(casesOf(come(LIST, at(1, 9))), ["c1", "c2"]);
  assert.deepEqual(casesOf(come(LIST, at(9, 0))), ["c1", "c2"]);
});

test("the next day is one that has not come", () => {
  assert.equal(next(LIST, at(1, 8)), at(1, 9));
  assert.equal(next(LIST, at(1, 9)), at(5, 9));
  assert.equal(next(LIST, at(5, 9)), null);
});

const BROKEN = [
  undefined, null, 7, "", "oops", "null", "[]", "{}", JSON.stringify(LIST).slice(0, -3),
  JSON.stringify({ ...LIST, days: {} }), JSON.stringify({ ...LIST, days: [null] }),
  JSON.stringify({ ...LIST, days: [{ case: 1, on: "2026-12-01" }] }),
  JSON.stringify({ ...LIST, days: [{ case: "c1", on: "soon" }] }), JSON.stringify({ ...LIST, waiting: 7 }),
];
for (const stored of BROKEN) {
  test(`a list that cannot be read reminds of nothing: ${stored}`, () => {
    assert.deepEqual(read(stored).days, []);
  });
}

test("a list is read as it was stored", () => {
  assert.deepEqual(read(JSON.stringify(LIST)), LIST);
});
