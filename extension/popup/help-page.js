// @ts-check
// Address and title of the open help page, from its tab: no script reads the page. The extension
// cannot see the address of any other site. The page chooses these texts; the guide makes one short
// line of each when it reads the request.

import { HELP_SITE } from "../shared/help-site.js";

/** @import { Page } from "../contract.js" */
/** @import { Frame } from "../shared/frames.js" */

const ORIGIN = new URL(HELP_SITE).origin;

/** @param {string} url @returns {string} the words in the help centre's search box, as its address has them */
const searchWords = (url) => new URL(url).searchParams.get("q") ?? "";

/** @param {{url?: string, title?: string}} tab @returns {Page | null} */
export function describe({ url = "", title = "" }) {
  if (!URL.canParse(url) || new URL(url).origin !== ORIGIN) return null;
  return { url, title, query: searchWords(url) };
}

/**
 * @param {Promise<chrome.tabs.Tab[]> | null} tabs which of them is in front
 * @returns {Promise<Page | null>} null when the tab is not the help site's
 */
async function readHelpPage(tabs) {
  try {
    const [tab] = (await tabs) ?? [];
    return tab ? describe(tab) : null;
  } catch (error) {
    console.warn("The tab cannot be read:", error);
    return null;
  }
}

/**
 * Know which help page is open. A frame that stays beside the tabs looks again when another one is in front.
 * @param {Promise<chrome.tabs.Tab[]> | null} tabs what first-paint.js has asked for: the tab in front
 * @param {Frame} frame @param {() => void} changed called when it is another page than before
 * @returns {() => Promise<Page | null>}
 */
export function followHelpPage(tabs, { stays, beside }, changed) {
  let page = readHelpPage(tabs);
  async function look() {
    const before = page;
    page = readHelpPage(chrome.tabs.query({ active: true, currentWindow: true }));
    if (JSON.stringify(await before) !== JSON.stringify(await page)) changed();
  }
  if (stays && beside) {
    chrome.tabs.onActivated.addListener(() => void look());
    chrome.tabs.onUpdated.addListener((_id, { status, url }, { active }) => {
      if (active && (status === "complete" || url)) void look();
    });
  }
  return () => page;
}
