// The heap's file: what the build packs, the engine has again, byte for byte. Seen to fail: with rare words that are read
// from the start again, with all 65,536 places given to known words, and without a look at the file's length.

import assert from "node:assert/strict";
import { test } from "node:test";

import { unpackWords } from "../../../../extension/engine/packed-words.js";
import { packWords } from "../../../../py/packager/python_part/pack_words.mjs";

/** Each of `words` as often as it says, in turns. @param {Record<string, number>} words */
const met = (words) =>
  Uint32Array.from(Object.entries(words).flatMap(([word, times]) => Array(times).fill(Number(word))));
/** @param {number} count @param {number} times */
const different = (count, times) => met(Object.fromEntries(Array.from({ length: count }, (_, n) => [n * 65537, times])));

const WORDS = {
  "no words": met({}),
  "zeros alone": met({ 0: 64 }),
  "words that are met once": met({ 0: 1, 1: 1, 4294967295: 1, 2147483648: 1 }),
  "words that are met twice": met({ 9: 2, 4294967295: 2 }),
  "one word": met({ 4294967295: 64 }),
  "one more than have a place": different(65_536, 2),
  "some of each": Uint32Array.from({ length: 4096 }, (_, n) => [0, n % 7, n % 1024 * 3, n * 1048573][n * 7919 % 4]),
};

for (const [name, words] of Object.entries(WORDS)) {
  test(`packed and unpacked, these are the same: ${name}`, () => {
    const bytes = Buffer.from(words.buffer);
    const { buffer } = Uint8Array.from(packWords(bytes));
    assert.equal(Buffer.compare(unpackWords(buffer), bytes), 0);
  });
}

test("most words take less than they are", () => {
  assert.ok(packWords(Buffer.from(WORDS["zeros alone"].buffer)).length < 160);
});

for (const [name, length] of Object.entries({ "a shorter one": -1, "a longer one": 1 })) {
  test(`a file of another length is refused: ${name}`, () => {
    const packed = packWords(Buffer.from(WORDS["some of each"].buffer));
    const file = new Uint8Array(packed.length + length);
    file.set(packed.subarray(0, file.length));
    assert.throws(() => unpackWords(file.buffer), /words are missing/);
  });
}

test("so is an empty one, of a package without a heap", () => {
  assert.throws(() => unpackWords(new ArrayBuffer(0)), RangeError);
});
