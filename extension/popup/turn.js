// @ts-check
/**
 * One turn, in the order in which nothing typed is lost, whenever the popup is killed:
 *
 *     look ahead   ask the guide with the state that is most likely stored; turns are pure, so if it was that state,
 *                  this is the answer. Before the lock, if it thinks beside this page's thread; else the page would hear
 *                  of the lock when the guide is done, and it is asked while the storage is read
 *     lock         no other window has a turn until `stored` is through, and no write is under way
 *       take       a field gives what it holds now, not what it held when it was queued
 *       load       the state as it is stored now
 *       ask        the guide, unless the answer is on its way already
 *       taken      the drafts go where a popup that dies from here on will look for them
 *       keep       the state is on its way to the storage
 *       stored     (it was read back) what it has is no draft any more; inside the lock, or the next window would take
 *                  such a draft for text that was never stored
 *     and while it is on its way
 *       still      no button is being pressed: the view must not move it away from under the mouse
 *       shown      the view is painted, around what the person has typed meanwhile
 *       remember   the view is kept for the next opening, until its state turns out not to be stored
 *     told         what went wrong, if anything did
 *     act          the effects, one after the other
 */

import * as drafts from "./drafts.js";

/** @import { Event as GuideEvent, Forget, Response } from "../contract.js" */
/** @import { createFields } from "./fields.js" */
/** @import { createStateStore, Trouble } from "../shared/state-store.js" */
/** @import { ShellEffect } from "./effects.js" */
/** @import { PaintHooks } from "./paint.js" */
/** @import { Waiting } from "./turn-queue.js" */
/**
 * What a turn needs of the popup.
 * @typedef {object} Parts
 * @property {Pick<ReturnType<typeof createStateStore>, "guess" | "load" | "keep">} store
 * @property {Pick<ReturnType<typeof createFields>, "take" | "taken" | "stored" | "lose" | "shown" | "setAside" | "aside">} fields
 * @property {(event: GuideEvent, state: unknown) => Promise<Response>} ask
 * @property {() => boolean} isBeside  whether the guide thinks on another thread than this page's
 * @property {<T>(run: (free: boolean) => Promise<T>) => Promise<T>} exclusive  runs while no other window runs a
 *   turn, or says that one does and cannot be waited for
 * @property {() => Promise<void>} still  kept when no button is being pressed
 * @property {(code: string, stage: string) => void} log  puts it into the error log
 * @property {(trouble: Trouble | "bug" | "not_taken" | null) => void} notify  shows the notice for it, or none
 * @property {(response: Response, hooks: PaintHooks) => boolean} paint  returns whether it is another screen
 * @property {(response: Response) => () => void} remember  returns what puts back the one before
 * @property {(effect: ShellEffect) => Promise<void>} act
 */

/** Problems that come with a stored state which must be left as it is. */
export const HANDS_OFF = new Set(["bad_state", "newer_state"]);

/** What is done as soon as the view is there. @type {ReadonlySet<string>} */
const OF_THE_VIEW = new Set(["focus"]);

/**
 * What could not be read comes back as it was, or not at all.
 * @param {Response} response @returns {boolean} whether its state is one to store
 */
const isToStore = ({ state, problem }) => state !== null && !HANDS_OFF.has(problem?.code ?? "");

/** @param {GuideEvent} event @param {Pick<Parts, "store" | "ask">} parts */
function lookAhead(event, { store, ask }) {
  const guess = store.guess();
  if (!guess) return null;
  const response = ask(event, guess.state);
  response.catch(() => {}); // If it is the answer, it is awaited.
  return { state: guess.state, response };
}

/** @typedef {ReturnType<typeof lookAhead>} Early */

/** @type {GuideEvent[]} what leads to a screen when all else fails: where the person was, then simpler ones */
const WAYS_ON = [{ type: "opened" }, { type: "go", to: "cases" }, { type: "go", to: "start" }];

/**
 * A mistake of the guide's must not hold the person: of the screens that it can still show, the first.
 * @param {Response} broken @param {unknown} state @param {Parts["ask"]} ask
 * @returns {Promise<Response>} with the problem, and the screen that says so where there is no other
 */
async function goOn(broken, state, ask) {
  for (const way of WAYS_ON) {
    const response = await ask(way, state);
    if (response.problem?.code !== "bug") return { ...response, problem: broken.problem };
  }
  return broken;
}

/** @param {Response} response @returns {Forget[]} */
const forgetsOf = ({ effects }) => effects.filter((effect) => effect.kind === "forget");

/** @param {Response} response */
const isBug = ({ problem }) => problem?.code === "bug";

/**
 * What the guide says to an event.
 * @param {GuideEvent} event @param {Early} ahead @param {Parts} parts
 */
async function answer(event, ahead, parts) {
  const { store, fields, ask } = parts;
  const loading = store.load();
  const early = ahead ?? lookAhead(event, parts);
  const { state, trouble: unread } = await loading;
  const first = await (early && early.state === state ? early.response : ask(event, state));
  const response = isBug(first) ? await goOn(first, state, ask) : first;
  if (isBug(first) && event.type === "typed") fields.setAside(event.field);
  return { event, response, unread, field: fields.taken(event, response, unread !== null) };
}

/** @typedef {Awaited<ReturnType<typeof answer>>} Answered `field` is the one whose text is in the guide's state now, "" for none */

/**
 * What becomes of its state. Until the first wait all is done that the storage need be told.
 * @param {Answered} answered @param {Parts} parts @param {boolean} free
 */
async function keep({ event, response, unread }, { store, fields }, free) {
  const toStore = isToStore(response);
  const forgets = forgetsOf(response);
  const how = { free, read: event.type !== "start_fresh", forgets: forgets.length > 0, reminders: response.reminders };
  const trouble = (toStore ? await store.keep(response.state, how) : null) ?? unread;
  const stored = toStore && trouble === null;
  if (stored) fields.stored();
  if (trouble === "not_read") fields.lose();
  // Now, and not with the effect: nothing asks for it again in a popup that is killed before that.
  if (stored) for (const { case: scope } of forgets) drafts.forget(scope);
  return { trouble, stored };
}

/**
 * Paint the view, and keep it: a popup that dies in the next moment has sent off its state.
 * @param {Answered} answered @param {Parts} parts @returns {Promise<() => void>} takes that back
 */
async function show({ event, response, field }, { fields, still, paint, remember, act }) {
  await still();
  // A text that was set aside leaves its field, or the next key would send it again.
  const isAside = event.type === "typed" && isBug(response);
  fields.shown(isAside ? "opened" : event.type, field, (hooks) => paint(response, hooks));
  const unremember = isToStore(response) ? remember(response) : () => {};
  for (const effect of response.effects) if (OF_THE_VIEW.has(effect.kind)) await act(effect);
  return unremember;
}

/** What went wrong, to be said; also at a later opening, if it is not on the screen any more. @param {Answered} answered @param {Trouble | null} trouble @param {Parts} parts */
function toldOf({ event, response }, trouble, { fields }) {
  if (trouble) return trouble;
  if ((event.type === "typed" || event.type === "opened") && fields.aside()) return "not_taken";
  return isBug(response) ? "bug" : null;
}

/**
 * Have one turn, as above. Rejects if the guide cannot be asked.
 * @param {Waiting} waiting an event, or a field whose text is to be sent @param {Parts} parts
 */
export async function takeTurn(waiting, parts) {
  const { fields, isBeside, exclusive, log, notify, act } = parts;
  const ahead = "type" in waiting && isBeside() ? lookAhead(waiting, parts) : null;
  const done = await exclusive(async (free) => {
    const event = "type" in waiting ? waiting : fields.take(waiting.field);
    if (!event) return null;
    const answered = await answer(event, ahead, parts);
    const keeping = keep(answered, parts, free);
    // What is deleted for good is gone before the screen says so, which can be the popup's last act.
    if (forgetsOf(answered.response).length) await keeping;
    const showing = show(answered, parts);
    showing.catch(() => {}); // It is awaited below, where the lock is gone.
    return { answered, showing, ...await keeping };
  });
  if (!done) return;
  const { answered, showing, trouble, stored } = done;
  const { event, response } = answered;
  const unremember = await showing;
  if (!stored) unremember();
  if (response.problem) log(response.problem.code, event.type);
  if (trouble) log(trouble, event.type);
  notify(toldOf(answered, trouble, parts));
  for (const effect of response.effects) if (!OF_THE_VIEW.has(effect.kind)) await act(effect);
}
