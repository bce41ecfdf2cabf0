// @ts-check
// The last things that went wrong, for the diagnostics page: a ring of codes in localStorage. No
// message, no detail, nothing a person has typed: what is no code is not noted.

import * as storage from "./page-storage.js";
import { ERRORS } from "./storage-keys.js";

/** @import { LoggedError } from "../contract.js" */

const MOST = 20;
const CODE = /^[a-z][a-z_]{0,39}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/;

/** @param {unknown} one @returns {one is Required<LoggedError>} */
function isLoggedError(one) {
  const { code, stage, at, count, ...rest } = /** @type {Record<string, unknown>} */ (one ?? {});
  const texts = CODE.test(String(code)) && CODE.test(String(stage)) && TIME.test(String(at));
  return texts && Number.isInteger(count) && Object.keys(rest).length === 0;
}

/** @returns {Required<LoggedError>[]} the latest last */
export function listErrors() {
  try {
    const found = JSON.parse(storage.read(ERRORS) ?? "[]");
    return Array.isArray(found) ? found.filter(isLoggedError).slice(-MOST) : [];
  } catch {
    return []; // Garbled: then nothing is on record.
  }
}

/**
 * What happens again is counted, so that one fault does not drive out all others.
 * @param {string} code as in the words' `problems`, or the shell's own @param {string} stage an event's type, or the shell's own
 */
export function noteError(code, stage) {
  if (!CODE.test(code) || !CODE.test(stage)) return;
  const all = listErrors();
  const before = all.find((one) => one.code === code && one.stage === stage);
  const others = all.filter((one) => one !== before);
  const at = `${new Date().toISOString().slice(0, 16)}Z`;
  const ring = [...others, { code, stage, at, count: (before?.count ?? 0) + 1 }].slice(-MOST);
  storage.write(ERRORS, JSON.stringify(ring));
}
