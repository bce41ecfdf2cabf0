// @ts-check
// What the extension knows of itself, for its pages beside the popup; and the texts in storage, put
// where the guide has left room for them: they may be megabytes, and the guide need not carry them.

import * as mishaps from "./mishaps.js";
import { measured, takeStock } from "./stock.js";

/** @import { Engine, Shell } from "./contract.js" */
/** @typedef {Pick<import("./engines.js").Engine, "path" | "times" | "problem" | "heap">} Reported */

/** @type {import("./stock.js").Item[]} what was there at the last look */
let stock = [];

/** @returns {Promise<string>} the version of Pyodide, "" if it cannot be had */
async function pyodide() {
  try {
    // @ts-expect-error: the build puts it there.
    return (await import("./engine/pyodide.mjs")).version;
  } catch {
    return "";
  }
}

/** @param {Reported} running @returns {Promise<Engine>} */
async function describe(running) {
  const { path, problem, times } = running;
  const whole = Object.entries(times).map(([stage, time]) => [stage, Math.round(time)]);
  return { path, problem, times: Object.fromEntries(whole), heap: running.heap(), pyodide: await pyodide() };
}

/** Look at everything anew. @param {Reported | undefined} engine @returns {Promise<Shell>} */
export async function readShell(engine) {
  stock = await takeStock();
  const { version } = chrome.runtime.getManifest();
  const stored = stock.map(measured);
  return { version, stored, engine: engine ? await describe(engine) : null, mishaps: mishaps.list() };
}

/** Fill in the texts of the last look. */
export function showStored() {
  for (const { area, key, text } of stock) {
    const place = document.querySelector(`[data-stored="${CSS.escape(`${area}:${key}`)}"]`);
    if (place) place.textContent = text;
  }
}

/** Without Python nobody lays out a report: then it is shown as it is. @param {ParentNode} within */
export async function showReport(within) {
  const place = within.querySelector("[data-report]");
  if (place) place.textContent = JSON.stringify(await readShell(undefined), null, 1);
}
