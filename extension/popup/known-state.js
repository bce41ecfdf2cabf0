// @ts-check
/**
 * The state goes through the door once. What the guide has answered it knows by a name, and says only
 * what has changed since; what has not stays the same object, so that nobody need look at it again.
 *
 *     {state, name: "a"}                -> {state}              all of it, and from now on it is "a"
 *     {state: null, base: "a", name: "b"} -> {changed}          or it does not know "a" and is asked again, as turns are pure
 */

/** @import { Changed, Request, Response } from "../contract.js" */
/** @typedef {{cases?: {id: string}[]}} State as far as it is looked into */

/** @param {State} base @param {Changed} changed @returns {State} it with what has changed, as the guide writes it */
export function joined(base, { rest, order, cases }) {
  const known = new Map([...base.cases ?? [], .../** @type {{id: string}[]} */ (cases)].map((item) => [item.id, item]));
  const all = order.map((id) => /** @type {{id: string}} */ (known.get(id)));
  return { .../** @type {State} */ (rest), ...all.length ? { cases: all } : {} };
}

/**
 * @param {(text: string) => Promise<string>} turn through the door, as JSON
 * @returns {(request: Omit<Request, "base" | "name">) => Promise<Response>} whose `state` is whole, both ways
 */
export function createKnownState(turn) {
  /** @type {{state: unknown, name: string} | null} what the guide has answered last, as far as it came from here */
  let known = null;

  /** @param {Request} request @returns {Promise<Response>} */
  const ask = async (request) => JSON.parse(await turn(JSON.stringify(request)));

  return async function through(request) {
    const { state } = request;
    const name = crypto.randomUUID();
    const base = known && known.state === state ? known.name : "";
    let response = await ask({ ...request, state: base ? null : state, base, name });
    // What it refuses for the event's sake has an answer to the state.
    if (base && response.problem?.code === "bad_turn" && !response.changed) response = await ask({ ...request, base: "", name });
    const { changed } = response;
    if (changed) response = { ...response, state: joined(/** @type {State} */ (state), changed), changed: null };
    if (response.state) known = { state: response.state, name };
    return response;
  };
}
