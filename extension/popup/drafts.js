// @ts-check
// Drafts: what is typed, kept before the next key can come. A popup is killed without warning, and
// what was typed last must outlive it.

import * as storage from "../shared/page-storage.js";
import { DRAFT } from "../shared/storage-keys.js";

/** @typedef {{scope: string, field: string}} Place the case or screen, and the field, of some text */

/** @param {Place} place */
const key = ({ scope, field }) => `${DRAFT}${encodeURIComponent(scope)}:${field}`;

/** @param {Place} place @param {string} value @returns {boolean} whether it is kept */
export const put = (place, value) => storage.write(key(place), value);

/** @param {Place} place @returns {string | null} */
export const get = (place) => storage.read(key(place));

/** Remove a draft once the state has it, unless more was typed since. @param {Place} place @param {string} value */
export function settle(place, value) {
  if (get(place) === value) storage.remove(key(place));
}

/** Take a draft along to the case that its first words have made. @param {Place} from @param {string} scope */
export function move(from, scope) {
  const value = get(from);
  if (value !== null && put({ scope, field: from.field }, value)) storage.remove(key(from));
}

/** @param {string} scope @returns {[field: string, value: string][]} the drafts that are kept there */
export function list(scope) {
  const start = key({ scope, field: "" });
  return storage.keysFrom(start)
    .map((name) => /** @type {[string, string]} */ ([name.slice(start.length), storage.read(name) ?? ""]));
}

// No field has such a name, so that what is kept under it goes into none by itself.
const ASIDE = "!";

/** Keep a text that the guide fails at, to be copied and not to be sent again. @param {Place} place @param {string} value */
export function setAside({ scope, field }, value) {
  if (put({ scope, field: ASIDE + field }, value)) storage.remove(key({ scope, field }));
}

/** @param {string} scope @returns {string[]} the texts that the guide has failed at there */
export const aside = (scope) => list(scope).filter(([field]) => field.startsWith(ASIDE)).map(([, value]) => value);

/** Remove all that was typed in a case. @param {string} scope */
export function forget(scope) {
  for (const [field] of list(scope)) storage.remove(key({ scope, field }));
}
