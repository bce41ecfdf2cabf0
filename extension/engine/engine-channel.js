// @ts-check
/**
 * The way between a popup and the living engine: a lock and a channel, both of one name.
 *
 * The host holds the lock for as long as its engine lives, from the moment it can answer. So "is
 * there one?" is one look at the locks, without waiting for an answer that may not come; and who
 * waits for the lock learns at once that the host has died, however it did. The name holds the
 * version: a host of another version is not found.
 *
 * Both belong to the origin: no web page and no other extension can take the lock, or speak on the
 * channel. That is the check of the sender; shape and size are checked here.
 */

/** @typedef {{ask: string, text: string}} Ask a turn; `ask` is a name that nobody else uses */
/** @typedef {{answer: string, text: string}} Answer to the `ask` of that name */
/** @typedef {"stay" | "leave" | "end" | "stuck"} Word a help tab is open; none is; be gone; it does not answer */

/** @param {string} version of the extension */
export const nameOf = (version) => `engine ${version}`;

/** UTF-16 units. A turn carries all saved cases; browsers store 10 MiB of them at most. */
export const LONGEST = 16 * 2 ** 20;

/** @param {unknown} it */
const isText = (it) => typeof it === "string" && it.length <= LONGEST;

/** @param {any} it @param {string} key */
const has = (it, key) =>
  typeof it === "object" && it !== null && Object.keys(it).length === 2 && isText(it[key]) && isText(it.text);

/** @param {unknown} it @returns {it is Ask} */
export const isAsk = (it) => has(it, "ask");

/** @param {unknown} it @returns {it is Answer} */
export const isAnswer = (it) => has(it, "answer");

/** The channel between those who know whether a host is wanted and the page that has its worker. */
export const HOSTING = "hosting";

/** What a page says to the background for it to see whether a host is wanted. */
export const TEND = "tend";
