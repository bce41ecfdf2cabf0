#!/usr/bin/env bash
# A minimum version too low for Android is a warning; no minimum version at all is none.
#
# What: npm addons-linter 10.13.0, the key strict_min_version with data_collection_permissions.
# Seen on 2026-11-29: "140.0", right for the desktop, warns of Firefox for Android in an add-on
#   that has no gecko_android key; gecko_android with "142.0" silences it, an empty gecko_android
#   does not. Without any strict_min_version nothing is said. "142" is an error, "142.0" and
#   "142.0a1" are not.
# Why it matters: the warning goes away by deleting the minimum, and then the add-on is offered to
#   browsers that do not know the key; and "142" is what one would write.
# We instead: say 142.0, the first that knows the key on every system.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts addons-linter@10.13.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import linter from "addons-linter";

mkdirSync("addon");
async function codes(least, others = {}) {
  const gecko = { id: "a@example.org", data_collection_permissions: { required: ["none"] }, ...least };
  const manifest = { manifest_version: 3, name: "Guide", version: "1", browser_specific_settings: { gecko, ...others } };
  writeFileSync("addon/manifest.json", JSON.stringify(manifest));
  const config = { _: ["addon"], logLevel: "fatal", output: "none", stack: false, boring: true };
  const found = await linter.createInstance({ config, runAsBinary: false }).run({ _console: { log() {}, error() {} } });
  return [...found.errors, ...found.warnings].map((message) => message.code);
}
const least = (version) => ({ strict_min_version: version });
const DESKTOP = "KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION";
const ANDROID = "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION";
const EXPECTED = [
  [least("128.0"), {}, [DESKTOP, ANDROID]],
  [least("140.0"), {}, [ANDROID]],
  [least("140.0"), { gecko_android: {} }, [ANDROID]],
  [least("140.0"), { gecko_android: least("142.0") }, []],
  [{}, {}, []],
  [least("142.0"), {}, []],
  [least("142.0a1"), {}, []],
  [least("142"), {}, ["JSON_INVALID"]],
];
for (const [own, others, expected] of EXPECTED) {
  const seen = await codes(own, others);
  console.log(JSON.stringify(own), JSON.stringify(others), "->", seen);
  assert.deepEqual(seen, expected);
}
JS
node ask.mjs
