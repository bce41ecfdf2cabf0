#!/usr/bin/env bash
# An entry of a changelog that goes on in a second line: half of it is lost, or it becomes two.
#
# What: a file as keepachangelog.com shows it, read by npm changelog-parser 3.0.1 and
#   keep-a-changelog 3.1.0, PyPI keepachangelog 2.0.0.
# Seen on 2026-11-30: of "- Refund letters are kept\n  when the popup closes." the first gives
#   "Refund letters are kept"; the second keeps it whole; the third makes two entries of it, and
#   one level of what was indented, and writes them back so. The first takes the address out of a
#   link. A release marked [YANKED] keeps the mark in the second; the third puts it into the date
#   ("2026-11-01 [yanked]"). Read and written by the second, with nothing changed, the links go to
#   v1.0.0 where the file and the tags say 1.0.0, and another link is new. It refuses a heading that
#   is none of the six ("For you").
# Why it matters: the notes of a release, and the words in the store, are made of it by a machine;
#   a "not" or an "until" in the second line is gone, and the links of the repository's own history
#   lead nowhere.
# We instead: cut the file at its headings, and hand each chapter on as it was written.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq keepachangelog==2.0.0
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  changelog-parser@3.0.1 keep-a-changelog@3.1.0

cat > CHANGELOG.md <<'MD'
# Changelog

All notable changes are told here.

## [1.0.0] - 2026-11-30

### Added
- Refund letters are kept
  when the popup closes.
- Words, see [the list](https://example.org/words).

## [0.9.0] - 2026-11-01 [YANKED]
### Fixed
- Hebrew dates.

[1.0.0]: https://example.org/compare/0.9.0...1.0.0
MD
cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import first from "changelog-parser";
import { parser as second } from "keep-a-changelog";

const text = readFileSync("CHANGELOG.md", "utf8");
const added = (await first({ text })).versions[0].parsed.Added;
const again = second(text).toString();
console.log(added, again);
assert.deepEqual(added, ["Refund letters are kept", "Words, see the list."]);
assert.ok(again.includes("- Refund letters are kept\n  when the popup closes.\n"));
assert.ok(again.includes("## [0.9.0] - 2026-11-01 [YANKED]"));
assert.ok(again.includes("compare/v0.9.0...v1.0.0\n[0.9.0]: https://example.org/releases/tag/v0.9.0"));
assert.throws(() => second(text.replace("### Fixed", "### For you")), /Invalid change type/);
JS
node ask.mjs
venv/bin/python - <<'PY'
import keepachangelog

read = keepachangelog.to_dict("CHANGELOG.md")
print(read)
assert read["1.0.0"]["added"][:2] == ["Refund letters are kept", "when the popup closes."]
assert read["0.9.0"]["metadata"]["release_date"] == "2026-11-01 [yanked]"
assert "- Refund letters are kept\n- when the popup closes.\n" in keepachangelog.from_dict(read)
PY
