// @ts-check
// Address and title of the open help page, from its tab: no script runs in the page. The extension
// cannot see the address of any other site. The page chooses these texts; the guide makes one short
// line of each when it reads the request.

import { HELP_SITE } from "../shared/help-site.js";

/** @import { Page } from "../contract.js" */

const ORIGIN = new URL(HELP_SITE).origin;

/** @param {string} url @returns {string} the words in the help centre's search box, as its address has them */
const searchWords = (url) => new URL(url).searchParams.get("q") ?? "";

/** @param {{url?: string, title?: string}} tab @returns {Page | null} */
export function describe({ url = "", title = "" }) {
  if (!URL.canParse(url) || new URL(url).origin !== ORIGIN) return null;
  return { url, title, query: searchWords(url) };
}

/**
 * @param {Promise<chrome.tabs.Tab[]> | null} tabs what first-paint.js has asked for: the tab in front
 * @returns {Promise<Page | null>} null when the tab is not the help site's
 */
export async function readHelpPage(tabs) {
  try {
    const [tab] = (await tabs) ?? [];
    return tab ? describe(tab) : null;
  } catch (error) {
    console.warn("The tab cannot be read:", error);
    return null;
  }
}
