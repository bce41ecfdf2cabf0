// @ts-check
// The right click: whether something is really OpenAI, or words for the case. The browser hands over the
// words, or the link, that were clicked, and nothing else of the page. Only the last entry reads the page, since
// the person asks for that.

import { readPage } from "../shared/page-reader.js";
import { send } from "./errands.js";

/** @import { Bring } from "../contract.js" */
/** @typedef {chrome.contextMenus.OnClickData & {linkText?: string}} Click `linkText` is Firefox's alone */

// What Firefox gives at most, without a word that there was more; Chromium gives all of it.
const MOST = 16_384;
// Chromium makes one line of all lines: of so much text there were probably more.
const ONE_LINE = 160;
const OURS = ["https://chatgpt.com/*", "https://*.openai.com/*"];

/** @type {Readonly<Record<Bring["use"], Pick<chrome.contextMenus.CreateProperties, "contexts" | "documentUrlPatterns">>>} */
const ENTRIES = {
  check: { contexts: ["selection", "link"] },
  happened: { contexts: ["selection"] },
  reply: { contexts: ["selection"] },
  look: { contexts: ["page"], documentUrlPatterns: OURS },
};

async function make() {
  await chrome.contextMenus.removeAll();
  for (const [id, entry] of Object.entries(ENTRIES)) {
    chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(`menu_${id}`), ...entry });
  }
}

/**
 * What was clicked, as an event of the guide's.
 * @param {Bring["use"]} use @param {Click} click @returns {Bring}
 */
export function bringing(use, { selectionText = "", linkText = "", linkUrl = "", frameUrl, pageUrl = "" }) {
  const text = (selectionText || linkText).trim();
  return {
    type: "bring", use,
    text: text.slice(0, MOST),
    target: linkUrl.slice(0, MOST),
    // A frame's words are its own host's, not the tab's.
    url: frameUrl ?? pageUrl,
    selected: true,
    cut: selectionText.length >= MOST,
    flat: text.length > ONE_LINE && !text.includes("\n"),
  };
}

/** @param {Click} click @param {chrome.tabs.Tab | undefined} tab */
async function follow(click, tab) {
  const use = /** @type {Bring["use"]} */ (click.menuItemId);
  if (!tab || !Object.hasOwn(ENTRIES, use)) return;
  // At once: this click lets the guide read this page, and no later moment does.
  await send(use === "look" ? await readPage(tab) : bringing(use, click), tab.windowId);
}

// Firefox for Android has no menus.
chrome.contextMenus?.onClicked.addListener((click, tab) => void follow(click, tab));
if (chrome.contextMenus) chrome.runtime.onInstalled.addListener(make);
