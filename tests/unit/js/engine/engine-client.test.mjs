// Which engine answers a page, and what becomes of a turn when it dies, hangs or cannot take it. Seen
// to fail: one test or more with each of 14 changes to engine-client.js.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { HOSTING, LONGEST, nameOf } from "../../../../extension/engine/engine-channel.js";
import { EngineClient, LivingEngine, isLiving } from "../../../../extension/engine/engine-client.js";
import { settled } from "../fakes.mjs";

const dies = async () => { throw new Error("it died"); };

/** A client of a living engine whose turn is `living`, null for none, and which may have its own. */
function client(living, own = async (text) => `own: ${text}`) {
  const said = [];
  const startOwn = async () => {
    said.push("start");
    return { path: "snapshot", times: { ready: 2 }, problem: "", heap: () => 5, turn: own };
  };
  const engine = new EngineClient(
    living && { turn: living, leave: () => said.push("leave") }, startOwn, (path) => said.push(path),
  );
  return { engine, said };
}

test("the living engine answers, and no other is started", async () => {
  const { engine, said } = client(async (text) => `living: ${text}`);
  assert.equal(await engine.turn("a"), "living: a");
  assert.deepEqual([said, engine.path, engine.problem, engine.heap()], [["host"], "host", "", 0]);
});

test("where none lives, the page's own is started", async () => {
  const { engine, said } = client(null);
  await engine.start();
  assert.equal(await engine.turn("a"), "own: a");
  assert.deepEqual([said, engine.path, engine.problem, engine.heap()], [["start", "snapshot"], "snapshot", "", 5]);
  assert.deepEqual(Object.keys(engine.times), ["found", "ready"]);
});

test("a turn in which the living engine dies is taken again, and the next goes to the own one", async () => {
  const { engine, said } = client(dies);
  assert.deepEqual([await engine.turn("a"), await engine.turn("b")], ["own: a", "own: b"]);
  assert.deepEqual(said, ["host", "leave", "start", "snapshot"]);
  assert.equal(engine.problem, "Error: it died");
});

test("two turns that the living engine leaves behind start one engine", async () => {
  const { engine, said } = client(dies);
  assert.deepEqual(await Promise.all([engine.turn("a"), engine.turn("b")]), ["own: a", "own: b"]);
  assert.equal(said.filter((word) => word === "start").length, 1);
});

test("when there is no engine at all, a turn says so", async () => {
  const { engine } = client(dies, dies);
  await assert.rejects(engine.turn("a"), /it died/);
});

const LOCKS = [
  [Promise.resolve({ held: [{ name: "engine 1" }] }), true],
  [Promise.resolve({ held: [{ name: "engine 2" }, { name: "state" }] }), false],
  [Promise.resolve({}), false],
  [Promise.reject(new Error("denied")), false],
  [null, false],
];
for (const [locks, lives] of LOCKS) {
  locks?.catch(() => {});
  test(`of these locks it ${lives ? "is" : "is not"} told that an engine lives: ${LOCKS.findIndex(([one]) => one === locks)}`, async () => {
    assert.equal(await isLiving(locks, nameOf("1")), lives);
  });
}

// Node ends only when every channel is closed; a page that is gone has none.
let open = [];
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name) {
    super(name);
    open.push(() => this.close());
  }
};
afterEach(() => {
  for (const one of open) one();
  open = [];
});

/** A living engine's end of lock and channel: `answer` gives what it says to a turn, null for nothing. */
async function alive(name, answer) {
  const { promise: death, resolve: die } = Promise.withResolvers();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const text = answer(data.text);
    if (text !== null) channel.postMessage({ answer: data.ask, text });
  };
  await new Promise((begun) => {
    void navigator.locks.request(name, () => (begun(), death));
  });
  open.push(die);
  return { die };
}

function living(name) {
  const engine = new LivingEngine(name);
  open.push(() => engine.leave());
  return engine;
}

test("turns pass over the channel, and each gets its own answer, in whatever order they come", async () => {
  await alive("passes", () => null);
  const channel = new BroadcastChannel("passes");
  const asked = [];
  channel.onmessage = ({ data }) => {
    if (asked.unshift(data) < 2) return;
    for (const { ask, text } of asked) channel.postMessage({ answer: ask, text: `answer to ${text}` });
  };
  const engine = living("passes");
  assert.deepEqual(await Promise.all([engine.turn("a"), engine.turn("b")]), ["answer to a", "answer to b"]);
  assert.equal(engine.waiting.size, 0);
});

test("a death in mid-turn is noticed at once", async () => {
  const { die } = await alive("dies", () => null);
  const turn = living("dies").turn("a");
  die();
  await assert.rejects(turn, /has ended/);
});

test("an engine that hangs is given up after a while, and reported", async (t) => {
  await alive("hangs", () => null);
  const reports = new BroadcastChannel(HOSTING);
  const reported = new Promise((resolve) => { reports.onmessage = ({ data }) => resolve(data); });
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const turn = living("hangs").turn("a");
  t.mock.timers.tick(2000);
  await assert.rejects(turn, /does not answer/);
  assert.equal(await reported, "stuck");
});

test("what is too long for the channel is not sent", async () => {
  let asked = 0;
  await alive("long", () => String(asked += 1));
  await assert.rejects(living("long").turn("x".repeat(LONGEST + 1)), /too long/);
  await settled();
  assert.equal(asked, 0);
});
