#!/usr/bin/env bash
# import.meta.url, joined into one classic script, throws where there is no document: in a service
# worker.
#
# What: npm @rollup/wasm-node 4.60.4 and esbuild 0.28.2, format iife, of new URL("engine.wasm",
#   import.meta.url).
# Seen on 2026-11-29: rollup puts document.baseURI in its place, without a warning: right in a
#   page, a ReferenceError in a worker, which has no document. esbuild puts an empty object, with
#   a warning: undefined is no base, so new URL throws a TypeError in the page as well. Neither
#   stops the build.
# Why it matters: one file shared by popup and background, which finds its neighbours by
#   import.meta.url, works as a module and in the popup, and kills the background at its start.
# We instead: name the extension's own files by fixed paths, and join into modules but for one
#   script.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts @rollup/wasm-node@4.60.4 esbuild@0.28.2

echo 'globalThis.found = new URL("engine.wasm", import.meta.url).href;' > source.js
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import vm from "node:vm";
import { build } from "esbuild";
import { rollup } from "@rollup/wasm-node";

const warned = { rollup: [], esbuild: [] };
const bundle = await rollup({ input: "source.js", onwarn: (warning) => warned.rollup.push(warning.code) });
const byRollup = (await bundle.generate({ format: "iife" })).output[0].code;
const made = await build({ entryPoints: ["source.js"], bundle: true, format: "iife", write: false, logLevel: "silent" });
warned.esbuild = made.warnings.map((warning) => warning.id);
const code = { rollup: byRollup, esbuild: made.outputFiles[0].text };

const places = {
  page: { URL, document: { baseURI: "chrome-extension://id/popup.html", currentScript: null } },
  worker: { URL, location: { href: "chrome-extension://id/worker.js" } },
};
function outcome(name, place) {
  const context = vm.createContext({ ...places[place] });
  try {
    vm.runInContext(code[name], context);
    return context.found;
  } catch (error) {
    return error.name;
  }
}
const seen = {};
for (const name of ["rollup", "esbuild"]) seen[name] = [outcome(name, "page"), outcome(name, "worker"), warned[name]];
console.log(seen);
assert.deepEqual(seen, {
  rollup: ["chrome-extension://id/engine.wasm", "ReferenceError", []],
  esbuild: ["TypeError", "TypeError", ["empty-import-meta"]],
});
JS
node ask.mjs
