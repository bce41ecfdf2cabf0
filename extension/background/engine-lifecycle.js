// @ts-check
// When there is a living engine: while a help tab is open and for a minute after, and once after an
// installation or update, so that the browser has compiled code to keep. Never if it is switched off.

import { HELP_SITE } from "../shared/help-site.js";
import { HOSTING, TEND } from "../engine/engine-channel.js";

/** @import { Word } from "../engine/engine-channel.js" */

const KEEP = "engine.keep";
const page = new BroadcastChannel(HOSTING);

/** @param {Word} word */
const say = (word) => page.postMessage(word);

/**
 * @param {() => Promise<void>} provide sees to it that there is a page for the host
 * @param {boolean} fresh whether a host is wanted without a help tab, too
 */
async function look(provide, fresh) {
  const [{ [KEEP]: wanted }, tabs] = await Promise.all([
    chrome.storage.local.get(KEEP), chrome.tabs.query({ url: `${HELP_SITE}*` }),
  ]);
  if (wanted === false) return say("end");
  if (tabs.length || fresh) {
    await provide();
    say("stay");
  }
  if (!tabs.length) say("leave");
}

/** Keep a host from now on. @param {() => Promise<void>} provide sees to it that there is a page for it */
export function keepEngine(provide) {
  let last = Promise.resolve();
  let queued = false;

  /** One look after the other: there can be but one page, and the last look is right. */
  function tend(fresh = false) {
    // The one that has not begun yet will see this, too: an opened tab has many things to tell.
    if (queued && !fresh) return;
    queued = true;
    last = last.then(() => {
      queued = false;
      return look(provide, fresh);
    }).catch((error) => console.warn("The living engine:", error));
  }

  chrome.runtime.onInstalled.addListener(() => tend(true));
  chrome.permissions.onAdded.addListener(() => tend());
  chrome.permissions.onRemoved.addListener(() => tend());
  chrome.tabs.onUpdated.addListener((_id, { status }) => { if (status) tend(); });
  chrome.tabs.onRemoved.addListener(() => tend());
  chrome.tabs.onReplaced.addListener(() => tend());
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && KEEP in changes) tend();
  });
  chrome.runtime.onMessage.addListener((message, { id, url = "" }) => {
    if (id === chrome.runtime.id && url.startsWith(chrome.runtime.getURL("")) && message === TEND) tend();
  });
  // Whatever has woken the background: it may have slept through something.
  tend();
}
