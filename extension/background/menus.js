// @ts-check
// The right click: whether something is really OpenAI, or words for the case. The browser hands over the
// words, or the link, that were clicked, and nothing else of the page. Only the last entry reads the page, since
// the person asks for that.

import { readPage } from "../shared/page-reader.js";
import { DUE } from "../shared/storage-keys.js";
import { read } from "./due-days.js";
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

/**
 * What the entries say: in the guide's language, once it has spoken; the browser gives its own language's words alone.
 * @returns {Promise<(name: string) => string>}
 */
async function words() {
  const { [DUE]: stored } = await chrome.storage.local.get(DUE);
  const { lang } = read(stored);
  if (!lang) return chrome.i18n.getMessage;
  const messages = await (await fetch(`/_locales/${lang}/messages.json`)).json();
  return (name) => messages[name].message;
}

async function make() {
  const say = await words().catch(() => chrome.i18n.getMessage);
  // Of an extension that is just being taken away nothing speaks any more, and its entries go with it.
  if (!say("menu_check")) return;
  await chrome.contextMenus.removeAll();
  for (const [id, entry] of Object.entries(ENTRIES)) {
    chrome.contextMenus.create({ id, title: say(`menu_${id}`), ...entry });
  }
}

let last = Promise.resolve();

/** One after the other, or two would make the same entries. */
const remake = () => {
  last = last.then(make).catch((error) => console.warn("The right click:", error));
};

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
if (chrome.contextMenus) {
  chrome.runtime.onInstalled.addListener(remake);
  chrome.storage.local.onChanged.addListener(({ [DUE]: change }) => {
    if (change && read(change.oldValue).lang !== read(change.newValue).lang) remake();
  });
}
