import assert from "node:assert/strict";
import { test } from "node:test";

import { browserName, fromAgent, localTime, systemName } from "../../../../extension/popup/device.js";

const AGENTS = {
  "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0": ["Firefox 153", "Linux"],
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0": ["Edge 156", "Windows"],
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36": ["Chrome 156", "macOS"],
  "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0": ["Firefox 153", "Android 15"],
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36": ["Chrome 156", "Android"],
  "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36": ["Chrome 156", "ChromeOS"],
  "something new": ["", ""],
};
for (const [agent, [browser, os]] of Object.entries(AGENTS)) {
  test(`the User-Agent says ${browser || "nothing"} on ${os || "nothing"}`, () => {
    assert.deepEqual(fromAgent(agent), { browser, os });
  });
}

const BRANDS = [
  [["Not;A=Brand 99", "Chromium 156", "Google Chrome 156"], "Chrome 156"],
  [["Chromium 156", "Microsoft Edge 156", "Not)A;Brand 8"], "Edge 156"],
  [["Not_A Brand 24", "Chromium 156"], "Chromium 156"],
  [["Brave 156", "Chromium 156", "Not A(Brand 8"], "Brave 156"],
  [[], ""],
];
for (const [brands, name] of BRANDS) {
  test(`the brands ${brands.join(", ") || "(none)"} are ${name || "nobody"}`, () => {
    const split = (text) => ({ brand: text.slice(0, text.lastIndexOf(" ")), version: text.slice(text.lastIndexOf(" ") + 1) });
    assert.equal(browserName(brands.map(split)), name);
  });
}

const SYSTEMS = [
  ["Windows", "15.0.0", "Windows 11"], ["Windows", "10.0.0", "Windows 10"], ["Windows", "", "Windows"],
  ["macOS", "15.1.0", "macOS 15.1.0"], ["Linux", "6.1.0", "Linux"],
];
for (const [platform, version, name] of SYSTEMS) {
  test(`${platform} ${version} is called ${name}`, () => assert.equal(systemName(platform, version), name));
}

const ZONES = [
  ["Asia/Jerusalem", "2026-11-22T10:00:00+02:00"], ["Asia/Kolkata", "2026-11-22T13:30:00+05:30"],
  ["America/St_Johns", "2026-11-22T04:30:00-03:30"], ["UTC", "2026-11-22T08:00:00+00:00"],
];
for (const [zone, text] of ZONES) {
  test(`it is ${text} in ${zone}`, () => {
    process.env.TZ = zone;
    assert.equal(localTime(new Date("2026-11-22T08:00:00.789Z")), text);
  });
}
