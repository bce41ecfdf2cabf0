// @ts-check
// When there is a living engine: while a help tab is open and for a minute after, and once after an
// installation or update, so that the browser has compiled code to keep. Never if it is switched off.

import { HOSTING, TEND } from "../engine/engine-channel.js";
import { HELP_SITE } from "../shared/help-site.js";
import { ENGINE_KEEP } from "../shared/storage-keys.js";

/** @import { Word } from "../engine/engine-channel.js" */

/**
 * What the page of the engine is to hear. Before "stay" there must be such a page.
 * @param {{wanted: unknown, tabs: number, fresh: boolean}} seen `wanted` is the switch in the options,
 *   undefined if it was never touched; `tabs` how many show the help site; `fresh` whether an engine
 *   is wanted even without a help tab
 * @returns {Word[]} in this order
 */
export function wordsFor({ wanted, tabs, fresh }) {
  if (wanted === false) return ["end"];
  if (tabs) return ["stay"];
  return fresh ? ["stay", "leave"] : ["leave"];
}

/**
 * Run one look after the other: there can be only one page, and the last look is right.
 * @param {(fresh: boolean) => Promise<void>} look
 * @returns {(fresh?: boolean) => void}
 */
export function oneByOne(look) {
  let last = Promise.resolve();
  let queued = false;
  return (fresh = false) => {
    // The look that has not begun yet will see this, too: an opened tab causes many events.
    if (queued && !fresh) return;
    queued = true;
    last = last.then(() => {
      queued = false;
      return look(fresh);
    }).catch((error) => console.warn("The living engine:", error));
  };
}

/**
 * Have an engine from now on, whenever one is wanted.
 * @param {() => Promise<void>} provide makes sure that there is a page for it
 */
export function keepEngine(provide) {
  const page = new BroadcastChannel(HOSTING);

  const tend = oneByOne(async (fresh) => {
    const [{ [ENGINE_KEEP]: wanted }, tabs] = await Promise.all([
      chrome.storage.local.get(ENGINE_KEEP), chrome.tabs.query({ url: `${HELP_SITE}*` }),
    ]);
    for (const word of wordsFor({ wanted, tabs: tabs.length, fresh })) {
      if (word === "stay") await provide();
      page.postMessage(word);
    }
  });

  chrome.runtime.onInstalled.addListener(() => tend(true));
  chrome.permissions.onAdded.addListener(() => tend());
  chrome.permissions.onRemoved.addListener(() => tend());
  chrome.tabs.onUpdated.addListener((_id, { status }) => { if (status) tend(); });
  chrome.tabs.onRemoved.addListener(() => tend());
  chrome.tabs.onReplaced.addListener(() => tend());
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && ENGINE_KEEP in changes) tend();
  });
  chrome.runtime.onMessage.addListener((message, { id, url = "" }) => {
    if (id === chrome.runtime.id && url.startsWith(chrome.runtime.getURL("")) && message === TEND) tend();
  });
  // The background may have been asleep when something happened.
  tend();
}
