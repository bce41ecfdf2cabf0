// The heap's file: what the build packs, the engine writes into memory, byte for byte and where it belongs. Seen to fail: with
// rare words that are read from the start again, with all 65,536 places given to known words, with each stretch at the start of
// memory, and without a look at the length of the file, or at that of its pages.

import assert from "node:assert/strict";
import { test } from "node:test";

import { writeWords } from "../../../../extension/engine/packed-words.js";
import { packWords } from "../../../../py/packager/python_part/pack_words.mjs";

const PAGE = 256;
const FREE = 7; // What is in memory where no page goes.

/** Each of `words` as often as it says, in turns. @param {Record<string, number>} words */
const met = (words) =>
  Uint32Array.from(Object.entries(words).flatMap(([word, times]) => Array(times).fill(Number(word))));
/** @param {number} count @param {number} times */
const different = (count, times) => met(Object.fromEntries(Array.from({ length: count }, (_, n) => [n * 65537, times])));

const WORDS = {
  "no words": met({}),
  "zeros alone": met({ 0: 64 }),
  "words that are met once": different(64, 1),
  "more rare words than are written at once": different(65_536, 1),
  "words that are met twice": met({ 9: 62, 4294967295: 2 }),
  "one word": met({ 4294967295: 64 }),
  "one more than have a place": different(65_536, 2),
  "some of each": Uint32Array.from({ length: 4096 }, (_, n) => [0, n % 7, n % 1024 * 3, n * 1048573][n * 7919 % 4]),
};

const SOME = WORDS["some of each"];
const packed = (words) => Uint8Array.from(packWords(Buffer.from(words.buffer)));

/** A memory in which the file's words are where `runs` say. */
function written(file, runs) {
  const memory = new WebAssembly.Memory({ initial: 10 });
  new Uint8Array(memory.buffer).fill(FREE);
  writeWords(file, memory, { page: PAGE, runs });
  return Buffer.from(memory.buffer);
}

/** Stretches of neighbouring pages, with one left free before each. */
function apart(...counts) {
  let first = 0;
  return counts.map((count) => [(first += count + 1) - count, count]);
}

for (const [name, words] of Object.entries(WORDS)) {
  test(`packed and written, these are the same: ${name}`, () => {
    const bytes = Buffer.from(words.buffer);
    const pages = bytes.length / PAGE;
    const runs = pages ? apart(...(pages > 2 ? [1, pages - 2, 1] : [pages])) : [];
    const memory = written(packed(words), runs);
    const found = runs.map(([first, count]) => memory.subarray(first * PAGE, (first + count) * PAGE));
    assert.equal(Buffer.compare(Buffer.concat(found), bytes), 0);
    for (const [first] of runs) assert.equal(memory[first * PAGE - 1], FREE);
  });
}

test("most words take less than they are", () => {
  assert.ok(packed(WORDS["zeros alone"]).length < 160);
});

for (const [name, length] of Object.entries({ "a shorter one": -1, "a longer one": 1 })) {
  test(`a file of another length is refused: ${name}`, () => {
    const whole = packed(SOME);
    const file = new Uint8Array(whole.length + length);
    file.set(whole.subarray(0, file.length));
    assert.throws(() => written(file, [[0, 64]]), /words are missing/);
  });
}

for (const [name, count] of Object.entries({ fewer: 63, more: 65 })) {
  test(`so is one that has other pages than it should: ${name}`, () => {
    assert.throws(() => written(packed(SOME), [[0, count]]), /words are missing/);
  });
}

test("so is an empty one, of a package without a heap", () => {
  assert.throws(() => written(new Uint8Array(0), []), RangeError);
});
