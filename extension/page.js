// @ts-check
// What the open help page says of itself, from its tab: no script runs in the page. The address of
// any other site is not visible to the extension, so there is nothing to leave out.

/** @import { Page } from "./contract.js" */

const HELP = "help.openai.com";
// The page chooses these texts; a title of a megabyte is no title.
const LONGEST = { url: 2000, title: 300, query: 300 };

/** @param {string} url @returns {string} the words in the help centre's search box, as its address has them */
const searchWords = (url) => new URL(url).searchParams.get("q") ?? "";

/** @param {{url?: string, title?: string}} tab @returns {Page | null} */
export function describe({ url = "", title = "" }) {
  if (!URL.canParse(url) || new URL(url).origin !== `https://${HELP}`) return null;
  return {
    url: url.slice(0, LONGEST.url),
    title: title.slice(0, LONGEST.title),
    query: searchWords(url).slice(0, LONGEST.query),
  };
}

/** @returns {Promise<ReturnType<typeof describe>>} null when the tab is not the help site's */
export async function readPage() {
  try {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab ? describe(tab) : null;
  } catch (error) {
    console.warn("The tab cannot be read:", error);
    return null;
  }
}
