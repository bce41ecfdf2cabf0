// @ts-check
// The days on which to remind, as the guide has stored them (`Reminders` of the contract): which have
// come, and which is next. A day comes at nine in the morning of whatever zone the computer is in.

/** @import { DueDay, Reminders } from "../contract.js" */

const HOUR = 9;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** @type {Reminders} */
const NONE = { lang: "", counted: "", days: [], waiting: "", notification: "" };

/**
 * @param {unknown} stored the text that was stored, if it is one
 * @returns {Reminders} none where it cannot be read: the next turn of the guide stores it anew
 */
export function read(stored) {
  try {
    const found = JSON.parse(/** @type {string} */ (stored));
    const { days, waiting, notification } = found;
    const isWhole = Array.isArray(days) && days.every(isDay) && [waiting, notification].every((it) => typeof it === "string");
    return isWhole ? found : NONE;
  } catch {
    return NONE;
  }
}

/** @param {any} it @returns {it is DueDay} */
const isDay = (it) => typeof it?.case === "string" && DAY.test(it?.on);

/** @param {DueDay} day @returns {number} when it comes here, in ms since 1970 */
export function timeOf({ on }) {
  const [, year, month, date] = /** @type {RegExpExecArray} */ (DAY.exec(on)).map(Number);
  return new Date(/** @type {number} */ (year), /** @type {number} */ (month) - 1, date, HOUR).getTime();
}

/** @param {Reminders} reminders @param {number} now @returns {DueDay[]} those that have come */
export const come = ({ days }, now) => days.filter((day) => timeOf(day) <= now);

/** @param {DueDay[]} days @returns {string[]} their cases, each once */
export const casesOf = (days) => [...new Set(days.map((day) => day.case))];

/** @param {Reminders} reminders @param {number} now @returns {number | null} when the next one comes, null for none */
export function next({ days }, now) {
  const times = days.map(timeOf).filter((time) => time > now);
  return times.length ? Math.min(...times) : null;
}

/** @param {DueDay} day @returns {string} by which it is known that the person was reminded of it */
export const nameOfDay = ({ case: id, on }) => `${id} ${on}`;
