// @ts-check
// What the browser knows of itself, so that people need not look it up for a request. All of it is
// shown to the person and editable there.

/** @import { Device } from "../contract.js" */
/** @typedef {{brand: string, version: string}} Brand */

/** Products in the order in which their names give way: Edge also calls itself Chrome. */
const BROWSERS = [
  [/\bEdg\/(\d+)/, "Edge"], [/\bOPR\/(\d+)/, "Opera"], [/\bFirefox\/(\d+)/, "Firefox"],
  [/\bChrome\/(\d+)/, "Chrome"], [/\bVersion\/(\d+).*Safari/, "Safari"],
];
// Chromium says "Android 10; K" of each Android (User-Agent reduction): no version, and no model.
const SYSTEMS = [
  [/\bWindows NT\b/, "Windows"], [/\bAndroid 10; K\)/, "Android"], [/\bAndroid ([\d.]+)/, "Android"],
  [/\bMac OS X\b/, "macOS"], [/\bCrOS\b/, "ChromeOS"], [/\bLinux\b/, "Linux"],
];

/** @param {string} text @param {(RegExp | string)[][]} table @returns {string} "" when nothing fits */
function firstMatch(text, table) {
  for (const [pattern, name] of table) {
    const match = /** @type {RegExp} */ (pattern).exec(text);
    if (match) return [name, match[1]].filter(Boolean).join(" ");
  }
  return "";
}

/** @param {string} agent a User-Agent header @returns {{browser: string, os: string}} */
export const fromAgent = (agent) => ({ browser: firstMatch(agent, BROWSERS), os: firstMatch(agent, SYSTEMS) });

/** @param {string} platform @param {string} version as in User-Agent Client Hints @returns {string} */
export function systemName(platform, version) {
  const major = Number.parseInt(version, 10);
  // "Windows" reports 1..10 for Windows 10 and 13 or more for Windows 11 (Client Hints, Microsoft Learn).
  if (platform === "Windows" && major > 0) return major >= 13 ? "Windows 11" : "Windows 10";
  return platform === "macOS" && major > 0 ? `macOS ${version}` : platform;
}

/** @param {Brand[]} brands @returns {string} the most particular name; brands also hold noise and the engine */
export function browserName(brands) {
  const real = brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand.replace(/\W/g, "")));
  const chosen = real.find(({ brand }) => brand !== "Chromium") ?? real[0];
  return chosen ? `${chosen.brand.replace(/^(Google|Microsoft) /, "")} ${chosen.version}` : "";
}

/** @returns {Promise<{browser: string, os: string}>} */
async function fromHints() {
  const hints = navigator.userAgentData;
  if (!hints) return { browser: "", os: "" };
  const { platformVersion = "" } = await hints.getHighEntropyValues(["platformVersion"]);
  return { browser: browserName(hints.brands), os: systemName(hints.platform, platformVersion) };
}

/** @returns {Promise<Device>} */
export async function readDevice() {
  const agent = fromAgent(navigator.userAgent);
  const hints = await fromHints().catch(() => agent);
  return {
    browser: hints.browser || agent.browser,
    os: hints.os || agent.os,
    language: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "",
    translates: "Translator" in globalThis,
  };
}

/** @param {Date} date @returns {string} ISO 8601 in local time with its offset from UTC, to the second */
export function localTime(date) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  /** @param {number} number */
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
