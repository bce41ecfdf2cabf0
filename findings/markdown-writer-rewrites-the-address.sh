#!/usr/bin/env bash
# A link with an underscore goes to another address after it was turned into Markdown.
#
# What: npm node-html-markdown 2.0.0, the address in href; controls: npm turndown 7.2.5 and PyPI
#   markdownify 1.2.3. Each result is read again with npm marked 18.2.1.
# Seen on 2026-11-30: "_" becomes %5F, "*" %2A, "(" and ")" %28 and %29, in the path, the query and
#   in mailto: as well, while "~", ";" and Hebrew letters stay: ".../re_set?user_id=1" is
#   ".../re%5Fset?user%5Fid=1". Where the link's words are the address itself, the words change with
#   it. A blank is not encoded, so ".../a b" is no link any more, and the reader links ".../a". The
#   controls give the address as it was (for a blank turndown alone).
#   RFC 3986, 2.3: "_" is unreserved and the two forms are equal; but 2.2: encoding a reserved
#   character, as "*", "(" and ")" are, changes what the address means.
# Why it matters: signed links (a reset, an unsubscribe) are compared as text, and a look-up by
#   address, a list of allowed ones or a test of the letter finds nothing.
# We instead: keep addresses as data of their own, and write them out as they stand.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq markdownify==1.2.3
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  node-html-markdown@2.0.0 turndown@7.2.5 marked@18.2.1

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { Lexer } from "marked";
import { NodeHtmlMarkdown } from "node-html-markdown";
import TurndownService from "turndown";

const PYTHON = "import sys, markdownify; print(markdownify.markdownify(sys.argv[1]))";
const writers = {
  "node-html-markdown": NodeHtmlMarkdown.translate,
  turndown: (html) => new TurndownService().turndown(html),
  markdownify: (html) => execFileSync("venv/bin/python", ["-c", PYTHON, html], { encoding: "utf8" }).trim(),
};
const link = (markdown) => Lexer.lexInline(markdown).find(({ type }) => type === "link")?.href ?? null;
const rows = { // The address: what node-html-markdown's link leads to.
  "https://example.org/re_set?user_id=1": "https://example.org/re%5Fset?user%5Fid=1",
  "https://example.org/a*b;c~d": "https://example.org/a%2Ab;c~d",
  "https://example.org/wiki/שלום_(ברכה)": "https://example.org/wiki/שלום%5F%28ברכה%29",
  "mailto:support_team@example.org": "mailto:support%5Fteam@example.org",
  "https://example.org/plain-page?x=1": "https://example.org/plain-page?x=1",
};
for (const [address, other] of Object.entries(rows)) {
  const html = `<a href="${address}">open it</a>`;
  const seen = Object.entries(writers).map(([, writer]) => link(writer(html)));
  console.log(address, "->", seen[0]);
  assert.deepEqual(seen, [other, address, address]);
}
const blank = '<a href="https://example.org/a b">open it</a>';
assert.deepEqual([link(writers["node-html-markdown"](blank)), link(writers.turndown(blank))], ["https://example.org/a", "https://example.org/a b"]);
const bare = '<a href="https://example.org/a_b">https://example.org/a_b</a>';
assert.equal(NodeHtmlMarkdown.translate(bare), "<https://example.org/a%5Fb>");
JS
node ask.mjs
