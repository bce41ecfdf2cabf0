#!/usr/bin/env bash
# runPython takes the common indentation away, also inside string literals.
#
# What: Pyodide 0.29.5 (npm) in Node, indented source as one writes it in a template string.
# Seen on 2026-11-29: the same literal that holds "\n    one\n      two" in a module holds
#   "\none\n  two" if the source round it is indented by four. If one line of a literal starts at
#   the margin, nothing is taken away and the same source is an IndentationError. A last ";" drops
#   the value, but not if a comment ends in ";".
# Why it matters: letters, Markdown and YAML in Python text change their indentation depending on
#   how deep the JavaScript round them is, and a formatter for JavaScript can break them.
# We instead: keep no Python text in JavaScript; the modules are imported by name.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import assert from "node:assert/strict";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const atMargin = 'text = """\n    one\n      two"""\ntext';
const indented = '\n    text = """\n    one\n      two"""\n    text\n';
const oneAtMargin = '\n    text = """\none\n      two"""\n    text\n';

console.log("at the margin:", JSON.stringify(python.runPython(atMargin)));
console.log("indented:     ", JSON.stringify(python.runPython(indented)));
assert.equal(python.runPython(atMargin), "\n    one\n      two");
assert.equal(python.runPython(indented), "\none\n  two");
assert.throws(() => python.runPython(oneAtMargin), /IndentationError/);

assert.equal(python.runPython("5;"), undefined);
assert.equal(python.runPython("5; # kept?"), undefined);
assert.equal(python.runPython("5 # kept;"), 5);
JS
node ask.mjs
