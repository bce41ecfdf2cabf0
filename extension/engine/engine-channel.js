// @ts-check
/**
 * How a popup and the living engine reach each other: a lock and a channel, both of one name.
 *
 * The engine's worker holds the lock from the moment it can answer until it ends. So "is there one?"
 * is one look at the locks, without waiting for an answer that may not come; and a popup that waits
 * for the lock gets it as soon as the engine has died, whatever the cause. The name has the version
 * in it: an engine of another version is not found.
 *
 * Both belong to the origin: no web page and no other extension can take the lock, or post to the
 * channel. That is the check of the sender; shape and size are checked here.
 */

/** @typedef {{ask: string, text: string}} Ask a turn; `ask` is an id that nothing else has */
/** @typedef {{answer: string, text: string}} Answer to the `ask` of that id */
/** @typedef {"stay" | "leave" | "end" | "stuck"} Word a help tab is open; none is; end now; the worker does not answer */

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

/** The channel on which the page of the living engine hears whether one is wanted. */
export const HOSTING = "hosting";

/** What a page sends to the background, for it to check whether a living engine is wanted. */
export const TEND = "tend";
