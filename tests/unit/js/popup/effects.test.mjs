import assert from "node:assert/strict";
import { registerHooks } from "node:module";
import { beforeEach, test } from "node:test";

// The build makes addresses.js; no address of another site is opened here.
const NONE = "data:text/javascript,export const ADDRESSES = new Set();";
registerHooks({
  resolve: (name, context, next) => name.endsWith("/addresses.js")
    ? { url: NONE, format: "module", shortCircuit: true }
    : next(name, context),
});
const { perform } = await import("../../../../extension/popup/effects.js");

let went;
/** The browser as far as a page of ours needs it; `surface` is undefined in the popup. */
function browser(surface) {
  went = [];
  globalThis.document = { documentElement: { dataset: { surface } } };
  globalThis.close = () => went.push("closed");
  globalThis.location = { assign: (url) => went.push(`here: ${url}`) };
  globalThis.chrome = {
    runtime: { getURL: (name) => `ext://us/${name}`, openOptionsPage: async () => void went.push("options") },
    tabs: { create: async ({ url }) => void went.push(`tab: ${url}`) },
  };
}
beforeEach(() => browser(undefined));

const OPENED = [
  [undefined, "options", "options", "closed"], [undefined, "privacy", "tab: ext://us/privacy.html", "closed"],
  [undefined, "diagnostics", "tab: ext://us/diagnostics.html", "closed"],
  ["options", "privacy", "here: ext://us/privacy.html"], ["privacy", "options", "here: ext://us/options.html"],
];
for (const [from, surface, ...way] of OPENED) {
  test(`${surface} opens from ${from ?? "the popup"}`, async () => {
    browser(from);
    await perform({ kind: "page", surface }, {});
    assert.deepEqual(went, way);
  });
}

const NOT_OURS = ["popup", "", "../popup", "options.html", "https://evil.example/", "javascript:alert(1)//", "constructor"];
for (const surface of NOT_OURS) {
  test(`${surface || "nothing"} is no page of ours`, async (t) => {
    t.mock.method(console, "warn", () => {});
    await perform({ kind: "page", surface }, {});
    assert.deepEqual(went, []);
  });
}

test("what could not be deleted is said, and not called deleted", async (t) => {
  t.mock.method(console, "warn", () => {});
  const said = [];
  const tools = { wipe: () => Promise.reject(new Error("staged")), notify: (trouble) => void said.push(trouble) };
  assert.equal(await perform({ kind: "wipe", told: { code: "wiped" } }, tools), undefined);
  assert.deepEqual(said, ["not_deleted"]);
});

test("what was deleted is told by looking again", async () => {
  const told = { code: "wiped" };
  assert.deepEqual(await perform({ kind: "wipe", told }, { wipe: async () => {} }), { type: "opened", told });
  assert.deepEqual(await perform({ kind: "look", told }, {}), { type: "opened", told });
});
