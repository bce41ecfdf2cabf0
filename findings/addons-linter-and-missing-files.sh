#!/usr/bin/env bash
# The linter finds no fault in an add-on whose popup, sidebar and options are not in the package.
#
# What: npm addons-linter 10.13.0, manifests that name a file which is not there.
# Seen on 2026-11-29: a missing background script or page, content script, style or icon is an
#   error. A missing popup, action icon, sidebar panel, options page, web-accessible file, a
#   script that a page names and a module that a script imports draw nothing. Top-level await in a
#   classic background script passes as well: every script is tried as a module first.
# Why it matters: one renamed file, and the green add-on opens an empty popup; the check that
#   people run before they send it in does not look there.
# We instead: load the built package in both browsers and open its pages, in tests that anyone can
#   run.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts addons-linter@10.13.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import linter from "addons-linter";

const gecko = { id: "a@example.org", strict_min_version: "142.0", data_collection_permissions: { required: ["none"] } };
async function codes(keys, files = {}) {
  rmSync("addon", { recursive: true, force: true });
  mkdirSync("addon");
  const manifest = { manifest_version: 3, name: "Guide", version: "1", browser_specific_settings: { gecko }, ...keys };
  writeFileSync("addon/manifest.json", JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) writeFileSync(`addon/${name}`, text);
  const config = { _: ["addon"], logLevel: "fatal", output: "none", stack: false, boring: true };
  const found = await linter.createInstance({ config, runAsBinary: false }).run({ _console: { log() {}, error() {} } });
  return [...found.errors, ...found.warnings].map((message) => message.code);
}
const matches = ["https://help.openai.com/*"];
const EXPECTED = [
  [{ background: { scripts: ["gone.js"] } }, {}, ["MANIFEST_BACKGROUND_FILE_NOT_FOUND"]],
  [{ content_scripts: [{ matches, js: ["gone.js"] }] }, {}, ["MANIFEST_CONTENT_SCRIPT_FILE_NOT_FOUND"]],
  [{ icons: { 48: "gone.png" } }, {}, ["MANIFEST_ICON_NOT_FOUND"]],
  [{ action: { default_popup: "gone.html" } }, {}, []],
  [{ action: { default_icon: { 48: "gone.png" } } }, {}, []],
  [{ sidebar_action: { default_panel: "gone.html" } }, {}, []],
  [{ options_ui: { page: "gone.html" } }, {}, []],
  [{ web_accessible_resources: [{ resources: ["gone.png"], matches }] }, {}, []],
  [{ action: { default_popup: "popup.html" } }, { "popup.html": '<!doctype html><script src="gone.js"></script>' }, []],
  [{ background: { scripts: ["run.js"], type: "module" } }, { "run.js": 'import "./gone.js";' }, []],
  [{ background: { scripts: ["run.js"] } }, { "run.js": "await 1;" }, []],
];
for (const [keys, files, expected] of EXPECTED) {
  const seen = await codes(keys, files);
  console.log(JSON.stringify(keys), Object.values(files).join(""), "->", seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
