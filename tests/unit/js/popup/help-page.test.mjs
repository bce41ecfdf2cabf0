import assert from "node:assert/strict";
import { test } from "node:test";

import { describe } from "../../../../extension/popup/help-page.js";

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
