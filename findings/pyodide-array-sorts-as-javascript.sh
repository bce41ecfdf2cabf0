#!/usr/bin/env bash
# An array of JavaScript is a MutableSequence in Python, with Python's pop, index and reverse, and
# sort() puts 10 before 2.
#
# What: Pyodide 0.29.5 (npm) in Node, a JavaScript array as Python sees it (JsProxy).
# Seen on 2026-11-30: isinstance(array, MutableSequence) is true; [-1], slices, pop(0), index,
#   remove, insert, extend and reverse (which returns None) are Python's. sort() is JavaScript's:
#   [2, 10, 9, 100] becomes [10, 100, 2, 9] and is returned. Given a function it wants a comparison
#   of two, so sort(lambda a, b: a - b) is right and sort(key=...) and sort(reverse=True) raise.
#   clear() and copy() are missing. sorted(array) and to_py() give Python's order.
# Why it matters: amounts, days and versions come out in another order than the same line of Python
#   gives on the developer's machine, without an error, and only from the tenth entry on.
# We instead: let only text (JSON) through the door, so Python sorts lists of its own.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

(await loadPyodide()).runPython(readFileSync("ask.py", "utf8"));
JS
cat > ask.py <<'PY'
from collections.abc import MutableSequence

from js import Array

DAYS = [2, 10, 9, 100]


def array():
    return Array.new(*DAYS)


def after(change):
    """What the array and the list hold when the same line was run on both."""
    js, py = array(), list(DAYS)
    change(js), change(py)
    return list(js), py


assert isinstance(array(), MutableSequence)
alike = [lambda a: a.pop(0), lambda a: a.remove(10), lambda a: a.insert(1, 5), lambda a: a.reverse(),
         lambda a: a.extend([1]), lambda a: a.__delitem__(slice(1, 3)), lambda a: a.append(3)]
assert all(js == py for js, py in map(after, alike))
assert (array()[-1], array().index(9), array().count(10), array().reverse()) == (100, 2, 1, None)

js, py = after(lambda days: days.sort())
print("sort():", js, py)
assert (js, py) == ([10, 100, 2, 9], [2, 9, 10, 100])
assert list(array().sort(lambda a, b: a - b)) == py
assert sorted(array()) == sorted(array().to_py()) == py
for options in ({"reverse": True}, {"key": abs}):
    try:
        array().sort(**options)
    except Exception as error:
        print("sort", options, error)
    else:
        raise AssertionError(f"sort takes {options}")
assert not hasattr(array(), "clear") and not hasattr(array(), "copy")
PY
node ask.mjs
