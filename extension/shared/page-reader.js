// @ts-check
// Reads the page in front, in the moment in which the person asks for it: the browser allows it by that very
// click or key (activeTab), until the tab goes to another site. Nothing stays in the page, and nothing of ours
// runs there at any other time.

/** @import { Bring, BringFailed } from "../contract.js" */

/** Characters: the guide looks through no more. */
const MOST = 16_384;

/**
 * Runs in the page, in a world of its own, and changes nothing there. It is sent as text: it can use nothing
 * that stands outside it.
 * @param {number} most
 */
function look(most) {
  const shown = [...document.querySelectorAll("[role=alert], [role=alertdialog], [aria-live=assertive], dialog[open]")]
    .filter((one) => one.checkVisibility()).map((one) => /** @type {HTMLElement} */ (one).innerText).join("\n");
  const selected = String(getSelection() ?? "").trim();
  const whole = `${shown}\n${document.body?.innerText ?? ""}`.trim();
  return { selected: selected.slice(0, most), whole: whole.slice(0, most), cut: selected.length > most, url: document.URL };
}

/**
 * @param {Pick<chrome.tabs.Tab, "id">} tab
 * @returns {Promise<Bring | BringFailed>} what the guide is to hear
 */
export async function readPage({ id = -1 }) {
  try {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: look, args: [MOST] });
    if (!result) return { type: "bring_failed" };
    const { selected, whole, cut, url } = result;
    return {
      type: "bring", use: "look", target: "", url, flat: false,
      text: selected || whole, selected: selected !== "", cut: selected !== "" && cut,
    };
  } catch (error) {
    console.warn("The page cannot be read:", error);
    return { type: "bring_failed" };
  }
}
