// @ts-check
// The browser's own translator, on this computer (Chromium and Edge from 138 on). Asked only by a
// click; what it gets has been hidden by the guide, and what it gives back the guide looks at.

/** @import { Passage, Translate, Translated, TranslationFailed } from "../contract.js" */

// The first time, the browser fetches a language pack: that may take minutes, but it goes on.
const STALLED_MS = 90_000;
const SENTENCE_MS = 30_000;

/** @type {Promise<Translated | TranslationFailed> | null} */
let running = null;

/** Rejects when nothing was heard for so long; `heard` begins to count anew. @param {number} ms */
function patience(ms) {
  const { promise, reject } = Promise.withResolvers();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const done = () => clearTimeout(timer);
  const heard = () => {
    done();
    timer = setTimeout(() => reject(new Error("it takes too long")), ms);
  };
  heard();
  promise.catch(() => {}); // Nobody may be waiting any more.
  return { over: promise, heard, done };
}

/** @template T @param {Promise<T>} work @param {number} ms @returns {Promise<T>} */
async function within(work, ms) {
  const { over, done } = patience(ms);
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (over)]);
  } finally {
    done();
  }
}

/** @param {string} source @param {string} target @returns {Promise<Translator>} */
async function begin(source, target) {
  const { over, heard, done } = patience(STALLED_MS);
  const aborting = new AbortController();
  try {
    const made = Translator.create({
      sourceLanguage: source, targetLanguage: target, signal: aborting.signal,
      monitor: (monitor) => monitor.addEventListener("downloadprogress", heard),
    });
    return await Promise.race([made, /** @type {Promise<never>} */ (over)]);
  } catch (error) {
    aborting.abort();
    throw error;
  } finally {
    done();
  }
}

/** Line by line, so that the lines stay lines. @param {Translator} translator @param {string} text */
async function whole(translator, text) {
  const lines = [];
  for (const line of text.split("\n")) {
    const said = line.trim() ? await within(translator.translate(line), SENTENCE_MS) : line;
    if (typeof said !== "string") throw new TypeError("it is no text");
    lines.push(said);
  }
  return lines.join("\n");
}

/** @param {Translate} effect @returns {Promise<Translated | TranslationFailed>} */
async function run({ case: id, source, target, passages }) {
  if (!("Translator" in globalThis)) return { type: "translation_failed", reason: "absent" };
  // Begun before any await: to fetch a language pack takes the person's click.
  const making = begin(source, target);
  making.catch(() => {});
  const pair = { sourceLanguage: source, targetLanguage: target };
  const able = await within(Translator.availability(pair), SENTENCE_MS);
  if (able === "unavailable") return { type: "translation_failed", reason: "absent" };
  const translator = await making;
  try {
    /** @type {Passage[]} */
    const done = [];
    for (const one of passages) done.push({ ...one, text: await whole(translator, one.original) });
    return { type: "translated", case: id, passages: done };
  } finally {
    translator.destroy?.();
  }
}

/** Say that it is under way: on the page itself, as views are painted meanwhile. @param {boolean} on */
const show = (on) => void document.documentElement.toggleAttribute("data-translating", on);

/**
 * Have texts translated. Never rejects; a second click while it is under way is the same wish.
 * @param {Translate} effect @returns {Promise<Translated | TranslationFailed | undefined>}
 */
export async function translate(effect) {
  if (running) return;
  show(true);
  running = run(effect).catch((error) => {
    console.warn("The browser did not translate:", error);
    return { type: "translation_failed", reason: "failed" };
  });
  try {
    return await running;
  } finally {
    running = null;
    show(false);
  }
}
