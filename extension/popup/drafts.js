// @ts-check
// What must be kept before the next breath: localStorage is the only storage that is written when
// the call returns. A popup is killed without a word, and the key just pressed must outlive it.

const PREFIX = "draft:";

/** @import { View } from "./paint.js" */
/** @typedef {{scope: string, field: string}} Place the case or screen, and the field, of some text */

/** @param {Place} place */
const key = ({ scope, field }) => `${PREFIX}${encodeURIComponent(scope)}:${field}`;

/**
 * Storage can be denied by the browser's settings, or full. Then the caller must lean on the other
 * storage, so it is told.
 * @template T @param {() => T} action @returns {T | undefined}
 */
function attempt(action) {
  try {
    return action();
  } catch (error) {
    console.warn("localStorage:", error);
    return undefined;
  }
}

/** @param {Place} place @param {string} value @returns {boolean} whether it is kept */
export function put(place, value) {
  return attempt(() => (localStorage.setItem(key(place), value), true)) ?? false;
}

/** @param {Place} place @returns {string | null} */
export const get = (place) => attempt(() => localStorage.getItem(key(place))) ?? null;

/** Forget a draft once it is stored for good, unless it has grown since. @param {Place} place @param {string} value */
export function settle(place, value) {
  attempt(() => {
    if (localStorage.getItem(key(place)) === value) localStorage.removeItem(key(place));
  });
}

/** Take a draft along to the case that its first words have made. @param {Place} from @param {string} scope */
export function move(from, scope) {
  attempt(() => {
    const value = localStorage.getItem(key(from));
    if (value === null) return;
    localStorage.setItem(key({ scope, field: from.field }), value);
    localStorage.removeItem(key(from));
  });
}

/** @param {string} scope @returns {[field: string, value: string][]} the drafts left behind there */
export function list(scope) {
  const start = key({ scope, field: "" });
  return attempt(() => Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .map((name) => /** @type {[string, string]} */ ([name.slice(start.length), localStorage.getItem(name) ?? ""]))) ?? [];
}

/** Keep the view last painted, for first-paint.js and the next opening. @param {View} view */
export function keepView({ html, lang, dir }) {
  const { version } = document.documentElement.dataset;
  attempt(() => localStorage.setItem("view", JSON.stringify({ version, lang, dir, html })));
}

/**
 * Another page has changed what the popup's last view shows: of it, only the language is still right.
 * @param {Pick<View, "lang" | "dir">} view
 */
export function keepLanguage({ lang, dir }) {
  attempt(() => localStorage.setItem("view", JSON.stringify({ lang, dir })));
}

/** Forget all that was typed in a case. @param {string} scope */
export function forget(scope) {
  attempt(() => {
    for (const [field] of list(scope)) localStorage.removeItem(key({ scope, field }));
  });
}

/** Keep where the writing is: the id of the field, or "" for none. @param {string} id */
export function keepField(id) {
  attempt(() => localStorage.setItem("field", id));
}

/** @returns {string} the id of the field in which the popup was closed, or "" */
export const lastField = () => attempt(() => localStorage.getItem("field")) ?? "";
