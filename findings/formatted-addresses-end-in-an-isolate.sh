#!/usr/bin/env bash
# An address put into a message by two formatters of today leads to a page that does not exist.
#
# What: npm messageformat 4.0.0 (MessageFormat 2) and @fluent/bundle 0.19.1, English as well as
#   Hebrew.
# Seen on 2026-11-29: both wrap what they fill in with U+2068 and U+2069. The address taken out of
#   the text by its white space ends in U+2069: new URL() makes
#   https://help.openai.com/en/%E2%81%A9 of it, and refuses the whole "⁨https://..." Fluent leaves
#   a message that is one place alone, isolates numbers; MessageFormat 2 isolates the lone place
#   too, and no formatted number.
# Why it matters: what is shown looks right, in every direction; what is copied, linked or mailed
#   carries two unseen characters, and the request's address, id or key no longer matches.
# We instead: isolate on the screen with <bdi>, outside the text; letters and addresses have no
#   marks.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts messageformat@4.0.0 @fluent/bundle@0.19.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { MessageFormat } from "messageformat";

const url = "https://help.openai.com/en/";
const bundle = new FluentBundle("en");
bundle.addResource(new FluentResource("open = Open { $url }\nlone = { $url }\npay = Pay { $n }"));
const fluent = (id, values) => bundle.formatPattern(bundle.getMessage(id).value, values);
const two = (text, values) => new MessageFormat("en", text).format(values);

for (const text of [fluent("open", { url }), two("Open {$url}", { url })]) {
  const [copied] = text.match(/https\S+/);
  console.log(JSON.stringify(text), "->", new URL(copied).href);
  assert.equal(text, `Open \u2068${url}\u2069`);
  assert.equal(new URL(copied).href, `${url}%E2%81%A9`);
  assert.throws(() => new URL(text.slice("Open ".length)), TypeError);
}
assert.equal(fluent("lone", { url }), url);
assert.equal(two("{$url}", { url }), `\u2068${url}\u2069`);
assert.equal(fluent("pay", { n: 20 }), "Pay \u206820\u2069");
assert.equal(two("Pay {$n :number}", { n: 20 }), "Pay 20");
JS
node ask.mjs
