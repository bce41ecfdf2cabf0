// Seen to fail: one test or more with each of 12 changes to engine-page.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hostEngine } from "../../../../extension/background/engine-page.js";
import { settled } from "../fakes.mjs";

/** A page that has the engine's worker; `done` is what it does. `hear` says a word on the channel. */
function page(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const workers = [];
  let hear;
  globalThis.BroadcastChannel = class {
    set onmessage(listener) { hear = (data) => listener({ data }); }
  };
  globalThis.Worker = class {
    constructor(script, { type, name }) {
      this.number = workers.push(this);
      done.push(`worker ${this.number}`);
      assert.deepEqual([script, type, name], ["engine-worker.js", "module", "engine 1.2.3"]);
    }

    terminate() { done.push(`end of worker ${this.number}`); }
  };
  // The lock of a worker that has died can be had at once.
  const request = async (_name, _options, run) => run();
  Object.defineProperty(globalThis, "navigator", { value: { locks: { request } }, configurable: true });
  hostEngine({ version: "1.2.3", begun: () => done.push("begun"), ended: () => done.push("ended") });
  return { done, hear, workers };
}

const MINUTE = 60_000;
// What is heard, and how many milliseconds pass between; what is done.
const STORIES = [
  [["stay"], "worker 1, begun"],
  [["stay", "stay"], "worker 1, begun"],
  [["stay", "leave", MINUTE - 1], "worker 1, begun"],
  [["stay", "leave", MINUTE], "worker 1, begun, end of worker 1, ended"],
  [["stay", "leave", MINUTE - 1, "leave", 1, MINUTE], "worker 1, begun, end of worker 1, ended"],
  [["stay", "leave", MINUTE - 1, "stay", MINUTE], "worker 1, begun"],
  [["stay", "leave", "leave", "stay", MINUTE], "worker 1, begun"],
  [["stay", "leave", MINUTE, "stay"], "worker 1, begun, end of worker 1, ended, worker 2, begun"],
  [["stay", "end"], "worker 1, begun, end of worker 1, ended"],
  [["stay", "leave", "end", MINUTE], "worker 1, begun, end of worker 1, ended"],
  [["end"], "ended"],
  [["stay", "stuck"], "worker 1, begun, end of worker 1, worker 2"],
  [["stuck"], ""],
  [["constructor", "__defineGetter__", "", null, { stay: 1 }], ""],
];
for (const [heard, done] of STORIES) {
  test(`${JSON.stringify(heard)}: ${done || "nothing"}`, (t) => {
    const { done: did, hear } = page(t);
    for (const one of heard) if (typeof one === "number") t.mock.timers.tick(one); else hear(one);
    assert.equal(did.join(", "), done);
  });
}

test("a worker that has lived and died is no longer there", async (t) => {
  const { done, hear, workers } = page(t);
  hear("stay");
  workers[0].onmessage({ data: "lives" });
  await settled();
  assert.deepEqual(done.slice(2), ["end of worker 1", "ended"]);
});

test("the death of a worker that was replaced ends nothing", async (t) => {
  const { done, hear, workers } = page(t);
  hear("stay");
  hear("stuck");
  workers[0].onmessage({ data: "lives" });
  await settled();
  assert.deepEqual(done.slice(2), ["end of worker 1", "worker 2"]);
});

test("a worker says by which way it went on, and the page that can keep it notes it", (t) => {
  const { hear, workers } = page(t);
  const kept = {};
  globalThis.localStorage = { getItem: (key) => kept[key] ?? null, setItem: (key, text) => { kept[key] = text; } };
  hear("stay");
  workers[0].onmessage({ data: "full" });
  workers[0].onmessage({ data: "full" });
  assert.match(Object.values(kept).join(), /"taken_again","stage":"full",.*"count":2/);
});

test("a worker that cannot start is no error of the page", (t) => {
  const { hear, workers } = page(t);
  hear("stay");
  let prevented = false;
  workers[0].onerror({ preventDefault: () => { prevented = true; } });
  assert.equal(prevented, true);
});
