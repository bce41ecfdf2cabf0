// The heap, read beside the page's thread: the bytes as soon as they are there, their sum later. Seen to fail: with a worker
// that is ended when the bytes have come, and with failures that nobody passes on.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { readBeside } from "../../../../extension/engine/heap-reader.js";
import { startWorker } from "../../../../extension/engine/own-worker.js";

const FILE = new URL("chrome-extension://abc/engine/snapshot.bin");
const BYTES = Uint8Array.of(1, 2);
/** @type {any} the last one */
let worker;

beforeEach(() => {
  globalThis.Worker = class {
    constructor(script, { name }) {
      Object.assign(this, { script, name, ended: false });
      worker = this;
    }

    terminate() {
      this.ended = true;
    }
  };
});

test("the bytes are there before their sum, and then the worker goes", async () => {
  const { bytes, sum } = readBeside(FILE);
  assert.deepEqual([worker.script, worker.name], ["heap-worker.js", FILE.href]);
  worker.onmessage({ data: BYTES });
  assert.equal(await bytes, BYTES);
  assert.equal(worker.ended, false);
  worker.onmessage({ data: "abc" });
  assert.equal(await sum, "abc");
  assert.equal(worker.ended, true);
});

test("a file that cannot be read is said to be so", async () => {
  const { bytes, sum } = readBeside(FILE);
  worker.onmessage({ data: null });
  await assert.rejects(bytes, /snapshot\.bin cannot be read/);
  await assert.rejects(sum, /snapshot\.bin cannot be read/);
});

test("so is one whose worker does not start, or ends before the sum", async () => {
  const { bytes, sum } = readBeside(FILE);
  worker.onmessage({ data: BYTES });
  worker.onerror({ preventDefault() {} });
  assert.equal(await bytes, BYTES);
  await assert.rejects(sum, /snapshot\.bin cannot be read/);
});

test("no other script becomes a worker", () => {
  assert.throws(() => startWorker("popup.js", ""), /no worker of ours/);
});
