// @ts-check
// All that the extension keeps, in both storages, as text: for the pages that show it, and to save.

import { CASE, LAST_CASE } from "../shared/storage-keys.js";
import { within } from "../shared/within.js";

/** @import { Stored } from "../contract.js" */
/** @typedef {{area: Stored["area"], key: string, text: string}} Item */

const READ_MS = 1500;

/** @param {unknown} value @returns {string} a string as it is, else as JSON */
const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? "");

/** @param {Stored["area"]} area @param {Record<string, unknown>} found @returns {Item[]} by name */
const items = (area, found) => Object.keys(found).sort().map((key) => ({ area, key, text: asText(found[key]) }));

/** Never rejects: what cannot be read is not listed. @returns {Promise<Item[]>} */
export async function readStoredItems() {
  /** @type {Item[]} */
  const all = [];
  try {
    all.push(...items("extension", await within(chrome.storage.local.get(null), READ_MS)));
    all.push(...items("session", await within(chrome.storage.session.get(null), READ_MS)));
  } catch (error) {
    console.warn("Storage cannot be read:", error);
  }
  try {
    all.push(...items("page", { ...localStorage }));
  } catch (error) {
    console.warn("localStorage:", error);
  }
  return all;
}

/** @param {Item[]} all @returns {Item[]} with one for all cases, and one for their copies: there can be hundreds */
export function grouped(all) {
  const start = (/** @type {Item} */ { area, key }) => (area === "extension" && [CASE, LAST_CASE].find((one) => key.startsWith(one))) || key;
  const groups = Map.groupBy(all, (item) => `${item.area} ${start(item)}`).values();
  return [...groups].map((some) => ({ .../** @type {Item} */ (some[0]), key: start(/** @type {Item} */ (some[0])), text: some.map(({ text }) => text).join("\n") }));
}

/** @param {Item} item @returns {Stored} with its size in bytes */
export const measured = ({ area, key, text }) => ({ area, key, size: new TextEncoder().encode(text).length });
