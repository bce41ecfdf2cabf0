import assert from "node:assert/strict";
import { test } from "node:test";

import { describe, followHelpPage } from "../../../../extension/popup/help-page.js";

const PAGES = [
  [{ url: "https://help.openai.com/en/?q=two%20words", title: "T" }, { title: "T", query: "two words" }],
  [{ url: "https://help.openai.com/he/articles/1", title: "כותרת" }, { title: "כותרת", query: "" }],
  [{ url: "https://help.openai.com.evil.example/" }, null],
  [{ url: "http://help.openai.com/" }, null],
  [{ url: "about:blank" }, null],
  [{}, null],
];
for (const [tab, page] of PAGES) {
  test(`a tab at ${tab.url ?? "an unseen address"} ${page ? "is the help page" : "is nobody's business"}`, () => {
    assert.deepEqual(describe(tab), page && { url: tab.url, ...page });
  });
}

const [HELP, OTHER] = [{ url: "https://help.openai.com/en/", title: "Help" }, {}];
const FRAMES = [
  ["a popup, which closes with its page", { stays: false, beside: true }, 0],
  ["a panel", { stays: true, beside: true }, 1],
  ["a tab, which has no page beside it", { stays: true, beside: false }, 0],
];
for (const [name, frame, times] of FRAMES) {
  // Seen to fail: listening in any frame, in none, and telling of each look.
  test(`another tab in front is news ${times ? "once" : "never"} for ${name}`, async () => {
    const heard = [];
    let [shown, news] = [HELP, 0];
    const listener = { addListener: (hear) => void heard.push(hear) };
    globalThis.chrome = { tabs: { onActivated: listener, onUpdated: listener, query: async () => [shown] } };
    const page = followHelpPage(Promise.resolve([HELP]), frame, () => { news += 1; });
    assert.equal((await page()).title, "Help");
    shown = OTHER;
    for (let looks = 0; looks < 2; looks += 1) {
      heard[0]?.({ tabId: 1 });
      await new Promise(setImmediate);
    }
    assert.equal(news, times);
    assert.equal((await page())?.title, times ? undefined : "Help");
  });
}
