// @ts-check
// One event for the guide, left by the background for whichever frame takes it first.

import { ERRAND } from "./storage-keys.js";

/** @import { Event as GuideEvent } from "../contract.js" */

/** @param {GuideEvent} event takes the place of one that nobody has taken */
export const leaveErrand = (event) => chrome.storage.session.set({ [ERRAND]: event });

/** Two frames that look at once must not both take it. @returns {Promise<GuideEvent | null>} null for none */
export async function takeErrand() {
  return navigator.locks.request(ERRAND, async () => {
    const { [ERRAND]: event } = await chrome.storage.session.get(ERRAND);
    if (event !== undefined) await chrome.storage.session.remove(ERRAND);
    return /** @type {GuideEvent | null} */ (event ?? null);
  });
}

/**
 * Take what is left, now and whenever the background asks the frames of this window.
 * @param {(event: GuideEvent) => void} carryOut
 */
export async function takeErrands(carryOut) {
  async function take() {
    const event = await takeErrand();
    if (event) carryOut(event);
  }
  const here = (await chrome.windows?.getCurrent())?.id;
  chrome.runtime.onMessage.addListener((message, { id }, respond) => {
    // A frame behind another tab, or in another window, is not where the person looks.
    if (id !== chrome.runtime.id || message?.[ERRAND] !== here || document.hidden) return;
    respond(true);
    void take();
  });
  await take();
}
