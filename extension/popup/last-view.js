// @ts-check
// How the popup was left: the view that it showed, and the field in which the person was. The next
// opening begins there, before any Python runs.

import * as storage from "../shared/page-storage.js";
import { FIELD, VIEW } from "../shared/storage-keys.js";

/** @import { View } from "./paint.js" */
/** @typedef {{version?: string, lang?: string, dir?: string, html?: string}} LastView without html, only the language is right */

/** @returns {LastView | null} null if there is none, or none that can be read */
export function lastView() {
  try {
    return JSON.parse(storage.read(VIEW) ?? "null");
  } catch {
    return null;
  }
}

/** @param {LastView} view @returns {() => void} puts back the one before */
function keep(view) {
  const before = storage.read(VIEW);
  storage.write(VIEW, JSON.stringify(view));
  return () => {
    if (before === null) storage.remove(VIEW);
    else storage.write(VIEW, before);
  };
}

/** Keep the view that was just painted. @param {View} view @returns {() => void} puts back the one before */
export const keepView = ({ html, lang, dir }) => keep({ version: document.documentElement.dataset.version, lang, dir, html });

/**
 * Another page has changed what the view shows: of it, only the language is still right.
 * @param {Pick<View, "lang" | "dir">} view @returns {() => void} puts back the one before
 */
export const keepLanguage = ({ lang, dir }) => keep({ lang, dir });

/** Keep where the person types: the id of the field, or "" for none. @param {string} id */
export const keepField = (id) => void storage.write(FIELD, id);

/** @returns {string} the id of the field in which the popup was closed, or "" */
export const lastField = () => storage.read(FIELD) ?? "";
