// Where boxes are: inside of the picture, in whole pixels, never lost. Seen to fail: one test or more
// with each of 6 changes to black-boxes.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createBoxes, fitted, inTheMiddle, moved, resized, spanned, stepOf } from "../../../../extension/pages/black-boxes.js";

const SIZE = { width: 100, height: 50 };
const box = (x, y, width, height) => ({ x, y, width, height });

test("a box covers every pixel that it touches, and none outside of the picture", () => {
  assert.deepEqual(fitted(box(10.9, 5.1, 10.2, 3), SIZE), box(10, 5, 12, 4));
  assert.deepEqual(fitted(box(-20, -5, 400, 400), SIZE), box(0, 0, 100, 50));
  assert.deepEqual(fitted(box(300, 300, 5, 5), SIZE), box(99, 49, 1, 1));
});

test("it is spanned from corner to corner, whichever comes first", () => {
  for (const [from, to] of [[[1, 2], [7, 9]], [[7, 9], [1, 2]], [[1, 9], [7, 2]]]) {
    assert.deepEqual(spanned({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }), box(1, 2, 6, 7));
  }
});

test("keys move and resize it within the picture", () => {
  assert.deepEqual(moved(box(90, 0, 10, 10), 5, -5, SIZE), box(90, 0, 10, 10));
  assert.deepEqual(moved(box(10, 10, 10, 10), -3, 4, SIZE), box(7, 14, 10, 10));
  assert.deepEqual(resized(box(90, 40, 5, 5), 50, 50, SIZE), box(90, 40, 10, 10));
  assert.deepEqual(resized(box(0, 0, 5, 5), -50, -50, SIZE), box(0, 0, stepOf(SIZE), stepOf(SIZE)));
});

for (const size of [SIZE, { width: 1, height: 1 }, { width: 1, height: 5000 }, { width: 8000, height: 3 }]) {
  test(`a new one is inside of ${size.width} by ${size.height}`, () => {
    const made = inTheMiddle(size);
    assert.deepEqual(fitted(made, size), made);
  });
}

test("each act can be undone, one after the other, and not below the beginning", () => {
  const boxes = createBoxes();
  boxes.add(box(0, 0, 1, 1));
  boxes.add(box(5, 5, 1, 1));
  boxes.put(0, box(2, 2, 1, 1));
  boxes.remove(1);
  assert.deepEqual(boxes.all(), [box(2, 2, 1, 1)]);
  boxes.undo();
  assert.deepEqual(boxes.all(), [box(2, 2, 1, 1), box(5, 5, 1, 1)]);
  for (let times = 0; times < 5; times += 1) boxes.undo();
  assert.deepEqual([boxes.all(), boxes.canUndo()], [[], false]);
  boxes.add(box(0, 0, 1, 1));
  boxes.clear();
  assert.deepEqual([boxes.all(), boxes.canUndo()], [[], false]);
});
