import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { listErrors, noteError } from "../../../../extension/shared/error-log.js";
import { DeniedStorage, FakeStorage } from "../fakes.mjs";

beforeEach(() => { globalThis.localStorage = new FakeStorage(); });

test("what went wrong is on record by code, stage and minute", () => {
  noteError("not_saved", "typed");
  const [{ at, ...rest }] = listErrors();
  assert.deepEqual(rest, { code: "not_saved", stage: "typed", count: 1 });
  assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
});

test("what happens again is counted and moves to the end", () => {
  for (const code of ["bug", "not_read", "bug"]) noteError(code, "go");
  assert.deepEqual(listErrors().map(({ code, count }) => [code, count]), [["not_read", 1], ["bug", 2]]);
});

test("only the last twenty are kept", () => {
  for (let i = 0; i < 30; i += 1) noteError(`code_${"abcdefghijklmnopqrstuvwxyzabcd"[i]}${"x".repeat(i)}`, "go");
  assert.equal(listErrors().length, 20);
  assert.equal(JSON.parse(localStorage.getItem("problems")).length, 20);
});

const NO_CODES = ["My password is hunter2", "תקלה", "Error: boom", "", "UPPER", "a-b", "x".repeat(50), "a\nb", "a b"];
for (const words of NO_CODES) {
  test(`what is no code is not noted: ${JSON.stringify(words)}`, () => {
    noteError(words, "typed");
    noteError("bug", words);
    assert.deepEqual(Object.keys(localStorage), []);
  });
}

const GARBLED = [
  "oops", "7", "null", "{}", "[null]", '["text"]', '[{"code":"bug"}]',
  '[{"code":"bug","stage":"go","at":"2026-11-22T10:00Z","count":1,"text":"private"}]',
  '[{"code":"bug","stage":"go","at":"yesterday","count":1}]',
  '[{"code":"bug","stage":"go","at":"2026-11-22T10:00Z","count":"many"}]',
];
for (const text of GARBLED) {
  test(`a record that is garbled is no record: ${text}`, () => {
    localStorage.setItem("problems", text);
    assert.deepEqual(listErrors(), []);
    noteError("bug", "go");
    assert.equal(listErrors().length, 1);
  });
}

test("a storage that is denied or full is no second problem", (t) => {
  t.mock.method(console, "warn", () => {});
  globalThis.localStorage = new DeniedStorage();
  noteError("bug", "go");
  assert.deepEqual(listErrors(), []);
});
