#!/usr/bin/env bash
# One line that Safari 26 sends: an iPhone with iOS 18.6 to one library, 26.0 to the next; and a Mac
# whose system is known from its browser.
#
# What: today's User-Agent lines read by npm ua-parser-js 2.0.10 and bowser 2.15.1, PyPI ua-parser
#   1.0.2 (data of 202610), user-agents 2.2.0 (over the same data) and device_detector 6.5.1.
# Seen on 2026-11-30: from Safari 26 on the line keeps the system of the year before, "iPhone OS
#   18_6", beside "Version/26.0". The two JavaScript libraries and device_detector answer iOS 26.0,
#   the others 18.6. Edge, whose line says 18_7 and 26.0, is on 26.0 for ua-parser-js and
#   device_detector, on 18.7 for bowser and the others. A Mac is on 10.15.7, the frozen number
#   ("Catalina", bowser adds), for four; device_detector says macOS 26.0 if Safari is 26, which also
#   runs on macOS 14 and 15, and 10.15.7 if it is 18. Chrome on Android is model "K" of
#   "Generic_Android" in two libraries and a device named "K" in a third. An iPhone with Safari 18.6
#   is alike in all (the control).
# Why it matters: the letter to support names the system, and the first answer is then "please
#   update" (18.6) or help for a version that the person does not have.
# We instead: ask the browser's hints first; a line tells of Windows and macOS the name alone.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq ua-parser==1.0.2 ua-parser-builtins==202610 user-agents==2.2.0 device_detector==6.5.1
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts ua-parser-js@2.0.10 bowser@2.15.1

cat > ask.mjs <<'JS'
import bowser from "bowser";
import { UAParser } from "ua-parser-js";

const ask = (line) => [UAParser(line).os.version, bowser.parse(line).os.version, UAParser(line).device.model];
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(ask)));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import user_agents
from device_detector import DeviceDetector
from ua_parser import parse

KIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
PHONE = f"Mozilla/5.0 (iPhone; CPU iPhone OS {{}} like Mac OS X) {KIT} Version/{{}} Mobile/15E148 Safari/604.1"
MAC = f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {KIT} Version/{{}} Safari/605.1.15"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"
EDGE = PHONE.format("18_7", "26.0 EdgiOS/142.0.3595.66")

EXPECTED = {  # The system's version: ua-parser-js, bowser, ua-parser, user-agents, device_detector.
    PHONE.format("18_6", "18.6"): ("18.6",) * 5,
    PHONE.format("18_6", "26.0"): ("26.0", "26.0", "18.6", "18.6", "26.0"),
    EDGE: ("26.0", "18.7", "18.7", "18.7", "26.0"),
    MAC.format("18.5"): ("10.15.7",) * 5,
    MAC.format("26.0"): ("10.15.7", "10.15.7", "10.15.7", "10.15.7", "26.0"),
    ANDROID: ("10",) * 5,
}
asked = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(list(EXPECTED))]))
for line, (first, second, model) in zip(EXPECTED, asked):
    system, other = parse(line).os, DeviceDetector(line).parse()
    third = ".".join(filter(None, (system.major, system.minor, system.patch)))
    seen = first, second, third, user_agents.parse(line).os.version_string, other.os_version()
    print(line[13:60], "->", seen)
    assert seen == EXPECTED[line]
device = parse(ANDROID).device
print("K", "->", model, device, repr(other.device_model()))
assert (model, device.brand, device.model, other.device_model()) == ("K", "Generic_Android", "K", "")
assert str(user_agents.parse(ANDROID)).startswith("K / Android 10")
PY
