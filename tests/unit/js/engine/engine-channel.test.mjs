// What passes between a popup and the living engine: a turn, an answer, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LONGEST, isAnswer, isAsk, nameOf } from "../../../../extension/engine/engine-channel.js";

const tooLong = "x".repeat(LONGEST + 1);

for (const [what, check, key] of [["ask", isAsk, "ask"], ["answer", isAnswer, "answer"]]) {
  const other = key === "ask" ? "answer" : "ask";
  test(`an ${what} is a name and a text, and is refused in any other shape`, () => {
    assert.equal(check({ [key]: "1", text: "{}" }), true);
    for (const bad of [
      null, undefined, 1, "text", [], {}, { [key]: "1" }, { text: "{}" }, { [other]: "1", text: "{}" },
      { [key]: 1, text: "{}" }, { [key]: "1", text: {} }, { [key]: "1", text: null },
      { [key]: "1", text: "{}", more: 1 }, { [key]: "1", text: tooLong }, { [key]: tooLong, text: "{}" },
    ]) assert.equal(check(bad), false, JSON.stringify(bad)?.slice(0, 80));
  });
}

test("a host of another version has another name", () => {
  assert.notEqual(nameOf("1.2.3"), nameOf("1.2.4"));
});
