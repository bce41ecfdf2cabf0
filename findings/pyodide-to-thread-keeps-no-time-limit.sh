#!/usr/bin/env bash
# asyncio.to_thread works in Pyodide: it does the work first, and then every time limit is kept.
#
# What: Pyodide 0.29.5 (npm) in Node against the CPython on this machine; no threads in the first.
# Seen on 2026-11-30: threading.Thread, Timer and ThreadPoolExecutor raise "can't start new thread"
#   there, as one expects. loop.run_in_executor and asyncio.to_thread do not: the function runs to
#   its end inside the call, before the next line. asyncio.wait_for(to_thread(sleep, 0.3), 0.05)
#   returns after 0.3 s as if in time, where CPython raises TimeoutError; two pieces of work
#   started together run one after the other, and nothing else runs meanwhile. Equal in both: the
#   result and an exception of the function arrive by the await.
# Why it matters: code that keeps a page alive with to_thread freezes it, a limit that was tested on
#   the developer's machine is none in the browser, and no error says so. Trying for an error, as
#   one does with Thread, shows nothing.
# We instead: have the engine in a worker of its own, and the limit in the JavaScript outside it.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts pyodide@0.29.5

cat > work.py <<'PY'
import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor


async def seen():
    future = asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.05)
    through = future.done()
    await future
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.3), 0.05)
        limit = "no error"
    except TimeoutError:
        limit = "TimeoutError"
    ticks = []

    async def tick():
        while True:
            ticks.append(1)
            await asyncio.sleep(0.02)

    ticking = asyncio.create_task(tick())
    await asyncio.gather(asyncio.to_thread(time.sleep, 0.2), asyncio.to_thread(time.sleep, 0.2))
    during = len(ticks)
    ticking.cancel()
    try:
        await asyncio.to_thread(int, "x")
    except ValueError:
        raised = "ValueError"
    try:
        with ThreadPoolExecutor() as pool:
            pool.submit(int, "1").result()
        pooled = "works"
    except RuntimeError as error:
        pooled = str(error)
    return json.dumps({"through at once": through, "limit": limit,
                       "ticks meanwhile": during > 2, "raised": raised, "pool": pooled})
PY
cat > ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
console.log(await python.runPythonAsync(`${readFileSync("work.py", "utf8")}\nawait seen()`));
JS
node ask.mjs > pyodide.json
python3 - <<'PY'
import asyncio
import json

exec(open("work.py").read())
inside, here = json.load(open("pyodide.json")), json.loads(asyncio.run(seen()))
print("Pyodide", inside)
print("CPython", here)
assert inside == {"through at once": True, "limit": "no error", "ticks meanwhile": False,
                  "raised": "ValueError", "pool": "can't start new thread"}
assert here == {"through at once": False, "limit": "TimeoutError", "ticks meanwhile": True,
                "raised": "ValueError", "pool": "works"}
PY
