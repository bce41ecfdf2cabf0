#!/usr/bin/env bash
# Every Hebrew extension is packed as "_-1.0.zip", and the same folder never as the same bytes.
#
# What: npm web-ext 10.7.0, "web-ext build".
# Seen on 2026-11-29: the file is named after the manifest's name, of which all but Latin letters
#   and digits becomes one underscore: מדריך is _-1.0.zip, also where __MSG_name__ is taken from
#   the Hebrew default language, and --filename שם.zip is _.zip. Files whose names begin with a
#   dot, node_modules and any .zip or .xpi inside are left out without a word. Two builds of an
#   untouched folder differ in their bytes.
# Why it matters: two products of one maker overwrite each other's package, a test fixture that is
#   a zip is missing in the add-on, and no checksum can be compared.
# We instead: pack the zips ourselves, sorted and dated 1980, under a name that we give.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts web-ext@10.7.0

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

mkdirSync("addon/_locales/he", { recursive: true });
writeFileSync("addon/_locales/he/messages.json", JSON.stringify({ name: { message: "מדריך" } }));
for (const name of ["kept.txt", ".left-out", "left-out.zip"]) writeFileSync(`addon/${name}`, "x");

let builds = 0;
function built(name, ...more) {
  writeFileSync("addon/manifest.json", JSON.stringify({ manifest_version: 3, name, version: "1.0", default_locale: "he" }));
  return packed(...more);
}
function packed(...more) {
  const folder = `out${(builds += 1)}`;
  execFileSync("node_modules/.bin/web-ext", ["build", "-s", "addon", "-a", folder, ...more]);
  const [file] = readdirSync(folder);
  return { file, bytes: readFileSync(`${folder}/${file}`) };
}
const names = [built("מדריך").file, built("תמיכה").file, built("__MSG_name__").file, built("My Guide").file];
const chosen = built("My Guide", "--filename", "שם.zip").file;
console.log(names, chosen);
assert.deepEqual(names, ["_-1.0.zip", "_-1.0.zip", "_-1.0.zip", "my_guide-1.0.zip"]);
assert.equal(chosen, "_.zip");

const one = packed();
await new Promise((resolve) => setTimeout(resolve, 2500)); // A zip's times go in steps of two seconds.
const two = packed();
const listed = ["kept.txt", ".left-out", "left-out.zip"].filter((name) => one.bytes.includes(name));
console.log("in the package:", listed, "| two builds alike:", one.bytes.equals(two.bytes));
assert.deepEqual(listed, ["kept.txt"]);
assert.ok(!one.bytes.equals(two.bytes));
JS
node ask.mjs
