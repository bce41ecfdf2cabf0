#!/usr/bin/env bash
# Questions to the system that Pyodide answers without having asked anything.
#
# What: Pyodide 0.29.5 (npm) in Node, no network used.
# Seen on 2026-11-29: every host name resolves, a reserved one too: no-such.invalid is 172.29.1.0
#   and the next name 172.29.2.0. setlocale takes "total nonsense!" and gives it back, and calls
#   itself he_IL while Sunday is still "Sunday". The disk is 4,096,000,000 bytes, half of them
#   free; the process is 42, the C library "glibc 2.14"; make_msgid() ends in @emscripten.
# Why it matters: "does this domain exist", "is there room", "is Hebrew there" pass as checks and
#   check nothing; a mail from make_msgid names the platform, and lock files by pid are all alike.
# We instead: ask none of these of Python: names are judged as text, and words come from our
#   tables.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.runPython(`
import calendar, email.utils, locale, os, platform, shutil, socket, time
`);
const EXPECTED = {
  "socket.gethostbyname('no-such.invalid')": "172.29.1.0",
  "socket.gethostbyname('other.invalid')": "172.29.2.0",
  "socket.getaddrinfo('third.invalid', 443)[0][4][0]": "172.29.3.0",
  "locale.setlocale(locale.LC_ALL, 'total nonsense!')": "total nonsense!",
  "locale.setlocale(locale.LC_ALL, 'he_IL.UTF-8')": "he_IL.UTF-8",
  "locale.getlocale()[0]": "he_IL",
  "locale.nl_langinfo(locale.DAY_1)": "Sunday",
  "time.strftime('%B', time.gmtime(0))": "January",
  "calendar.LocaleTextCalendar(locale='he_IL.UTF-8').formatmonthname(2027, 3, 0)": "March 2027",
  "locale.localeconv()['currency_symbol']": "",
  "shutil.disk_usage('/').total": 4096000000,
  "shutil.disk_usage('/').free": 2048000000,
  "os.getpid()": 42,
  "' '.join(platform.libc_ver())": "glibc 2.14",
  "email.utils.make_msgid().rpartition('@')[2]": "emscripten>",
};
for (const [question, answer] of Object.entries(EXPECTED)) {
  const seen = python.runPython(question);
  console.log(question, "->", seen);
  assert.equal(seen, answer, question);
}
JS
node ask.mjs
