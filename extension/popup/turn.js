// @ts-check
/**
 * One turn, in the order in which nothing typed is lost, whenever the popup is killed:
 *
 *     look ahead   ask the guide with the state that is most likely stored, while the lock is waited
 *                  for and the storage is read; turns are pure, so if it was that state, this is the answer
 *     lock         no other window has a turn until `stored` is through, and no write is under way
 *       take       a field gives what it holds now, not what it held when it was queued
 *       load       the state as it is stored now
 *       ask        the guide, unless the answer is on its way already
 *       taken      the drafts go where a popup that dies from here on will look for them
 *       keep       the state is stored
 *       stored     (it was read back) what it has is no draft any more; inside the lock, or the next window would take
 *                  such a draft for text that was never stored
 *     still        no button is being pressed: the view must not move it away from under the mouse
 *     shown        the view is painted, around what the person has typed meanwhile
 *     remember     the view is kept for the next opening, if the state that it shows is stored
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
 * @property {Pick<ReturnType<typeof createFields>, "take" | "taken" | "stored" | "shown" | "setAside" | "aside">} fields
 * @property {(event: GuideEvent, state: unknown) => Promise<Response>} ask
 * @property {<T>(run: (free: boolean) => Promise<T>) => Promise<T>} exclusive  runs while no other window runs a
 *   turn, or says that one does and cannot be waited for
 * @property {() => Promise<void>} still  kept when no button is being pressed
 * @property {(code: string, stage: string) => void} log  puts it into the error log
 * @property {(trouble: Trouble | "bug" | "not_taken" | null) => void} notify  shows the notice for it, or none
 * @property {(response: Response, hooks: PaintHooks) => boolean} paint  returns whether it is another screen
 * @property {(response: Response) => void} remember
 * @property {(effect: ShellEffect) => Promise<void>} act
 */

/** Problems that come with a stored state which must be left as it is. */
export const HANDS_OFF = new Set(["bad_state", "newer_state"]);

/**
 * What could not be read comes back as it was, or not at all.
 * @param {Response} response @returns {boolean} whether its state is one to store
 */
const isToStore = ({ state, problem }) => state !== null && !HANDS_OFF.has(problem?.code ?? "");

/**
 * What the guide refused stays a draft, and on the screen.
 * @param {GuideEvent} event @param {Response} response
 * @returns {string} the field whose text is in the guide's state now, "" for none
 */
const fieldTaken = (event, { problem }) => (event.type === "typed" && !problem ? event.field : "");

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

/**
 * What the guide says to an event, and what became of its state.
 * @param {GuideEvent} event @param {Early} ahead @param {Parts} parts @param {boolean} free
 */
async function answer(event, ahead, parts, free) {
  const { store, fields, ask } = parts;
  const loading = store.load();
  const early = ahead ?? lookAhead(event, parts);
  const { state, trouble: unread } = await loading;
  const first = await (early && early.state === state ? early.response : ask(event, state));
  const isBug = first.problem?.code === "bug";
  const response = isBug ? await goOn(first, state, ask) : first;
  if (isBug && event.type === "typed") fields.setAside(event.field);
  fields.taken(event, response, unread !== null);
  const toStore = isToStore(response);
  const forgets = /** @type {Forget[]} */ (response.effects.filter(({ kind }) => kind === "forget"));
  const how = { free, read: event.type !== "start_fresh", forgets: forgets.length > 0, reminders: response.reminders };
  const trouble = (toStore ? await store.keep(response.state, how) : null) ?? unread;
  const stored = toStore && trouble === null;
  const field = fieldTaken(event, response);
  fields.stored({ field, stored, lost: trouble === "not_read" });
  // Now, and not with the effect: nothing asks for it again in a popup that is killed before that.
  if (stored) for (const { case: scope } of forgets) drafts.forget(scope);
  return { event, response, trouble, field, stored };
}

/**
 * Have one turn, as above. Rejects if the guide cannot be asked.
 * @param {Waiting} waiting an event, or a field whose text is to be sent @param {Parts} parts
 */
export async function takeTurn(waiting, parts) {
  const { fields, exclusive, still, log, notify, paint, remember, act } = parts;
  const ahead = "type" in waiting ? lookAhead(waiting, parts) : null;
  const done = await exclusive(async (free) => {
    const event = "type" in waiting ? waiting : fields.take(waiting.field);
    return event && answer(event, ahead, parts, free);
  });
  if (!done) return;
  const { event, response, trouble, field, stored } = done;
  if (response.problem) log(response.problem.code, event.type);
  if (trouble) log(trouble, event.type);
  await still();
  notify(trouble ?? (response.problem?.code === "bug" ? "bug" : null));
  // A text that was set aside leaves its field, or the next key would send it again.
  const isAside = event.type === "typed" && response.problem?.code === "bug";
  fields.shown(isAside ? "opened" : event.type, field, (hooks) => paint(response, hooks));
  // Also at a later opening: what it was is not on the screen any more.
  if (!trouble && (event.type === "typed" || event.type === "opened") && fields.aside()) notify("not_taken");
  if (stored) remember(response);
  for (const effect of response.effects) await act(effect);
}
