// @ts-check
/**
 * The state in several texts, each packed by packed-state.js, so that a turn writes only what it has changed:
 *
 *     state            the index: the state without its cases; `apart` has their ids, in order, and the checksums of their texts
 *     state.last       the index before the last change
 *     case:<id>        a case
 *     case.last:<id>   what it was before its own last change; the same again while there was none
 *
 * All that changes is written in one call, which both browsers do as a whole or not at all. The index alone tells two
 * states apart, as it has the checksums of all that lies elsewhere. A state without cases is its own index. What an older
 * guide has stored is one text with all cases in it, and stays that until something changes. And an older guide takes an
 * index for a newer guide's state, having never heard of `apart`, and leaves all as it is.
 */

import { fits, pack, sealed, unpack } from "./packed-state.js";
import { CASE, LAST_CASE, LAST_STATE, STATE, UNREADABLE_STATE } from "./storage-keys.js";

// The guide makes half as many at most; a browser would take seconds for what a foreign hand may have put in.
const MOST_APART = 2000;

/** @import { Area } from "./state-store.js" */
/** @typedef {{id: string}} Case */
/** @typedef {{json: string, text: string, sum: string, item: Case}} Piece a case, as JSON and packed */
/** @typedef {Map<string, Piece>} Pieces by id, in order */
/** @typedef {Record<string, unknown>} Items what is stored, by name */
/** @typedef {{text: string, pieces: Pieces}} Split an index, and the cases that it names */

/** @param {string} name */
const isOfCase = (name) => name.startsWith(CASE) || name.startsWith(LAST_CASE);

/** @param {string} name of a case's text */
const idIn = (name) => name.slice(name.indexOf(":") + 1);

/** Names of storage that every browser gives back as they were. */
const PLAIN = /^[!-~]{1,64}$/;

/** @param {any} state @returns {Case[]} those that have texts of their own: all or none */
function casesOf(state) {
  const cases = state?.cases;
  if (!Array.isArray(cases) || cases.length > MOST_APART) return [];
  const ids = new Set(cases.map((item) => item?.id));
  return ids.size === cases.length && [...ids].every((id) => typeof id === "string" && PLAIN.test(id)) ? cases : [];
}

/** @param {any} it */
const isName = (it) => Array.isArray(it) && it.length === 2 && it.every((text) => typeof text === "string");

/** @param {any} state @returns {[id: string, sum: string][] | null} null where it is no index */
const namedIn = (state) => (Array.isArray(state?.apart) && state.apart.every(isName) ? state.apart : null);

/** @param {any} index @param {Piece[]} pieces @returns {{state: object}} */
function joined({ apart: _, ...rest }, pieces) {
  return { state: { ...rest, cases: pieces.map(({ item }) => item) } };
}

/** @param {unknown} text @param {string} id @returns {Piece[]} none when it is not that case, packed */
function read(text, id) {
  const found = /** @type {{state: Case, sum: string} | null} */ (unpack(text));
  if (found?.state?.id !== id) return [];
  return [{ json: JSON.stringify(found.state), text: String(text), sum: found.sum, item: found.state }];
}

/** @param {Case} item @param {Piece} [before] @returns {Piece} the one before where it says the same */
function pieceOf(item, before) {
  if (before?.item === item) return before;
  const json = JSON.stringify(item);
  if (before?.json !== json) return { json, item, ...sealed(json) };
  before.item = item; // Which is what the next state has, too.
  return before;
}

/** What is stored of the cases, as far as this page knows, and how it is written. @param {Area} area */
export function createShelf(area) {
  /** @type {Map<string, unknown>} texts by name */
  let stored = new Map();
  /** @type {Pieces} of the state that is stored */
  let pieces = new Map();
  /** @type {unknown} the index before the last change */
  let last;
  /** @type {Set<string>} the cases in it */
  let ofLast = new Set();

  /** @param {unknown} packed */
  function knowLast(packed) {
    if (packed === last) return;
    last = packed;
    ofLast = new Set(namedIn(unpack(packed)?.state)?.map(([id]) => id));
  }

  /** @param {string} id @returns {Piece[]} what can be read of a case, the newest first */
  const kept = (id) => [CASE, LAST_CASE].flatMap((start) => read(stored.get(start + id), id));

  /** @param {[id: string, sum: string]} named @returns {Piece | undefined} */
  function exactly([id, sum]) {
    const known = pieces.get(id);
    return known?.sum === sum ? known : kept(id).find((piece) => piece.sum === sum);
  }

  /** @param {unknown} state @returns {Split} */
  function split(state) {
    const made = new Map(casesOf(state).map((item) => [item.id, pieceOf(item, pieces.get(item.id))]));
    if (!made.size) return { text: pack(state), pieces: made };
    const { cases: _, ...rest } = /** @type {{cases: unknown}} */ (state);
    return { text: pack({ ...rest, apart: [...made].map(([id, { sum }]) => [id, sum]) }), pieces: made };
  }

  /** @param {Pieces} made @returns {string[]} the names of what neither such a state has nor the one before */
  const orphans = (made) => [...stored.keys()].filter((name) => !made.has(idIn(name)) && !ofLast.has(idIn(name)));

  /**
   * @param {unknown} packed what is stored as the state, or as the one before it
   * @returns {{state: object, lacks: number, text: string}[]} it, with each case as it was or as it was later, and how many of them
   *   cannot be read; none if it cannot; `text` is what it was, if that was all of it
   */
  function mended(packed) {
    const state = unpack(packed)?.state;
    const named = namedIn(state);
    if (!state || !named) return state ? [{ state, lacks: 0, text: String(packed) }] : [];
    const found = named.flatMap((one) => exactly(one) ?? kept(one[0]).slice(0, 1));
    return [{ ...joined(state, found), lacks: named.length - found.length, text: "" }];
  }

  /** @param {(name: string, text: unknown) => boolean} wanted @returns {Items} */
  const some = (wanted) => Object.fromEntries([...stored].filter(([name, text]) => wanted(name, text)));

  /** @returns {Items} each case that is stored, by name, and the copies of those that cannot be read */
  const all = () => some((name) => name.startsWith(CASE) || !read(stored.get(CASE + idIn(name)), idIn(name)).length);

  return {
    split,

    /** @param {unknown} packed what is stored as the state @returns {boolean} whether there is none, or one without cases */
    isAlone(packed) {
      const found = unpack(packed);
      return packed === undefined || (found !== null && !("cases" in Object(found.state)) && !namedIn(found.state));
    },

    /** @param {Items} items all that is stored of a state */
    learn(items) {
      if (items[STATE] === undefined) pieces = new Map();
      stored = new Map(Object.entries(items).filter(([name]) => isOfCase(name)));
      knowLast(items[LAST_STATE]);
    },

    /**
     * @param {unknown} packed what is stored as the state
     * @returns {{state: object, index: string} | null} null if it or one of its cases cannot be read; `index` is what it is
     *   where the cases are apart
     */
    open(packed) {
      const found = unpack(packed);
      if (!found) return null;
      const { state } = found;
      const named = namedIn(state);
      if (!named) {
        const made = split(state);
        pieces = made.pieces;
        return { state, index: made.text };
      }
      const cases = named.flatMap((one) => exactly(one) ?? []);
      if (cases.length < named.length) return null;
      pieces = new Map(cases.map((piece) => [piece.item.id, piece]));
      return { ...joined(state, cases), index: String(packed) };
    },

    /**
     * @param {unknown[]} packed what there is to come back to @param {(state: unknown) => Promise<boolean>} reads
     * @returns {Promise<Split | null>} the first that the guide can read, of those with the most of their cases
     */
    async good(packed, reads) {
      for (const { state, text } of packed.flatMap(mended).sort((a, b) => a.lacks - b.lacks)) {
        // One text stays one: with its cases apart beside it, there would be three of each.
        if (await reads(state)) return text ? { text, pieces: new Map() } : split(state);
      }
      return null;
    },

    /**
     * @param {Pieces} made of a state to be stored @param {boolean} isGood whether what is stored now is good to come back to
     * @returns {Items} what is to be stored of the cases
     */
    changes(made, isGood) {
      const changed = [...made].filter(([id, { text }]) => stored.get(CASE + id) !== text);
      return Object.fromEntries(changed.flatMap(([id, { text }]) => [
        [CASE + id, text], [LAST_CASE + id, (isGood && pieces.get(id)?.text) || text],
      ]));
    },

    orphans,

    /** @param {Split} split @returns {boolean} whether it and the one before it can be stored */
    fits: ({ text, pieces: made }) => fits([text, ...[...made.values()].map(({ json }) => json)]),

    all,

    /** @param {unknown} found @returns {string} as the guide is given what cannot be read */
    raw: (found) => [found, ...Object.values(all())].map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"),

    /** @param {Items} changed @returns {Items} what cannot be read, or is written over */
    doomed: (changed) => some((name, text) => !read(text, idIn(name)).length || (name in changed && changed[name] !== text)),

    /** @param {Items} items by name, with the index that belongs to them @param {Pieces} [made] of the state that is stored then, where it is another */
    async put(items, made = pieces) {
      const cases = Object.fromEntries(Object.entries(items).filter(([name]) => isOfCase(name)));
      // The first time they come before the index that names them: until it is there, one text has them all. Where that
      // is too much beside them, it is one call again.
      if (!stored.size && Object.keys(cases).length) await area.set(cases).catch(() => {});
      await area.set(items);
      pieces = made;
      for (const [name, text] of Object.entries(cases)) stored.set(name, text);
      if (LAST_STATE in items) knowLast(items[LAST_STATE]);
    },

    /** What was deleted for good is in no index any more: now its texts go. */
    async sweep() {
      const names = orphans(pieces);
      if (!names.length) return;
      try {
        await area.remove(names);
        for (const name of names) stored.delete(name);
      } catch (error) {
        console.warn("Storage cannot be written:", error); // They go with the next write, or at the next opening.
      }
    },

    /**
     * What cannot be read, each under a name that nothing else has. Rejects if the browser does not answer.
     * @param {unknown} found @param {Items} cases that go with it
     * @returns {Promise<Items>} without those that are kept already
     */
    async aside(found, cases) {
      const items = await area.get(null);
      const kept = Object.keys(items).filter((name) => name.startsWith(UNREADABLE_STATE)).map((name) => JSON.stringify(items[name]));
      /** @type {Items} */
      const more = {};
      for (const one of Object.keys(cases).length ? [found, cases] : [found]) {
        if (kept.includes(JSON.stringify(one))) continue;
        let name = UNREADABLE_STATE;
        for (let at = 2; name in items || name in more; at += 1) name = `${UNREADABLE_STATE}.${at}`;
        more[name] = one;
      }
      return more;
    },
  };
}
