// Seen to fail: one test or more with each of 6 changes to known-state.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createKnownState, joined } from "../../../../extension/popup/known-state.js";

const CASES = ["c1", "c2"].map((id) => ({ id, story: `of ${id}` }));
const STATE = { version: 3, current: "c1", cases: CASES };
const CHANGED = { rest: { version: 3, current: "c2" }, order: ["c2", "c1"], cases: [{ id: "c2", story: "more" }] };
const REFUSED = { state: null, changed: null, problem: { code: "bad_turn", detail: "" } };
const answer = (given) => ({ state: null, changed: null, problem: null, html: "<main>", ...given });

/** A door that gives these answers, and what it was asked. */
function door(...answers) {
  const asked = [];
  const turn = async (text) => {
    asked.push(JSON.parse(text));
    return JSON.stringify(answers.shift());
  };
  return { asked, through: createKnownState(turn) };
}

test("the state goes in once; after that its name does, and what has changed comes back", async () => {
  const { asked, through } = door(answer({ state: STATE }), answer({ changed: CHANGED }), answer({ changed: CHANGED }));
  const first = await through({ event: "a", state: STATE });
  const second = await through({ event: "b", state: first.state });
  await through({ event: "c", state: second.state });
  assert.deepEqual(asked.map(({ state, base }) => [state, base]), [[STATE, ""], [null, asked[0].name], [null, asked[1].name]]);
  assert.equal(new Set(asked.map(({ name }) => name)).size, 3);
  assert.deepEqual([first.state, second.changed], [STATE, null]);
  assert.deepEqual(second.state, { ...CHANGED.rest, cases: [CHANGED.cases[0], CASES[0]] });
  assert.equal(second.state.cases[1], first.state.cases[0], "what has not changed is the same object");
});

test("a guide that does not know the name is given all of the state, in the same words", async () => {
  const { asked, through } = door(answer({ state: STATE }), REFUSED, answer({ state: STATE, html: "<p>" }), answer({}));
  const { state } = await through({ event: "a", state: null });
  const { html } = await through({ event: "b", state });
  assert.equal(html, "<p>");
  assert.deepEqual(asked.slice(1).map(({ event, state: given, base }) => [event, given, base]), [["b", null, asked[0].name], ["b", STATE, ""]]);
});

const OTHERS = { "another state": { ...STATE }, "no state": null };
for (const [name, other] of Object.entries(OTHERS)) {
  test(`${name} than the one that was answered goes in whole`, async () => {
    const { asked, through } = door(answer({ state: STATE }), answer({}));
    await through({ event: "a", state: null });
    await through({ event: "b", state: other });
    assert.deepEqual([asked[1].state, asked[1].base], [other, ""]);
  });
}

test("an answer without a state leaves the name of the one before", async () => {
  const { asked, through } = door(answer({ state: STATE }), answer({}), answer({}));
  const { state } = await through({ event: "a", state: null });
  await through({ event: "b", state });
  await through({ event: "c", state });
  assert.equal(asked[2].base, asked[0].name);
});

test("a turn that is refused for itself is refused", async () => {
  const { asked, through } = door(REFUSED);
  assert.equal((await through({ event: "a", state: STATE })).problem.code, "bad_turn");
  assert.equal(asked.length, 1);
});

test("an event that is refused where the name is known is not asked again", async () => {
  // Seen to fail: each such click took two turns, the second with all of the state.
  const { asked, through } = door(answer({ state: STATE }), { ...REFUSED, changed: CHANGED });
  const { state } = await through({ event: "a", state: null });
  const refused = await through({ event: "b", state });
  assert.deepEqual([refused.problem.code, refused.state.current, asked.length], ["bad_turn", "c2", 2]);
});

test("a state whose last case is gone has none", () => {
  assert.deepEqual(joined(STATE, { rest: { version: 3 }, order: [], cases: [] }), { version: 3 });
});
