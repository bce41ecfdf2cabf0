// @ts-check
/**
 * Runs in pages of the help site, for who has switched the button on: one button that opens the guide, and one
 * that takes the first away for good. It stands where the page's line begins, as the site's own chat has the end.
 * It reads nothing of the page, and the page cannot look into it. What it says, the guide has stored.
 */

import { OPEN_GUIDE } from "../shared/help-site.js";
import { ICON } from "../shared/icon.js";
import { LAUNCHER } from "../shared/storage-keys.js";

/** @import { LauncherWords } from "../contract.js" */
/** @import { Shape } from "../shared/icon.js" */

// A page that takes it away again and again is left alone.
const MOST = 20;
// By which the script of a newer version finds the button that an older one has left behind.
const ID = "support-guide-button";
const SVG = "http://www.w3.org/2000/svg";
const [PAPER, INK, LINE] = ["light-dark(#fff, #23252f)", "light-dark(#23252f, #f1f2f8)", "light-dark(#6d7086, #9a9db3)"];

/**
 * With its style set in this way: a page's policy may forbid style sheets, and none of the page's reach it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string>} style @param {Record<string, string>} [attributes]
 */
function make(tag, style, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** @param {Shape} shape @returns {SVGElement} */
function picture([name, attributes, inside]) {
  const element = document.createElementNS(SVG, /** @type {"g"} */ (name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside.map(picture));
  return element;
}

/** The extension's icon. */
function icon() {
  const [name, attributes, inside] = ICON;
  const drawn = picture([name, { ...attributes, width: "22", height: "22", "aria-hidden": "true" }, inside]);
  drawn.style.setProperty("flex", "none");
  return drawn;
}

/** @param {Record<string, string>} style @param {Record<string, string>} attributes @param {() => void} act */
function button(style, attributes, act) {
  const bare = { border: "0", background: "none", color: "inherit", font: "inherit", cursor: "pointer", "min-block-size": "40px" };
  const made = make("button", { ...bare, ...style }, { type: "button", ...attributes });
  // Only the person's own click: the page could make one, too.
  made.addEventListener("click", ({ isTrusted }) => { if (isTrusted) act(); });
  return made;
}

/** @param {LauncherWords} words @param {() => void} open @param {() => void} dismiss @returns {HTMLElement} */
function draw({ lang, dir, name, hint, dismiss: bye }, open, dismiss) {
  const host = make("div", {
    all: "initial", position: "fixed", "inset-block-end": "16px", "inset-inline-start": "16px", "z-index": "999",
    // The other corner is left to the site's own, also in a narrow window.
    "max-inline-size": "calc(100vw - 108px)",
    "color-scheme": "light dark",
  });
  const box = make("div", {
    display: "flex", "align-items": "center", "border-radius": "12px", border: `1px solid ${LINE}`, background: PAPER,
    color: INK, font: "500 14px/1.3 system-ui, sans-serif", "box-shadow": "0 2px 8px rgb(0 0 0 / 0.25)",
  }, { lang, dir, role: "complementary", "aria-label": name });
  const start = {
    display: "flex", "align-items": "center", gap: "8px", "padding-block": "0", "padding-inline": "12px 6px",
    "border-radius": "12px", "min-inline-size": "0",
  };
  const opener = button(start, { title: hint }, open);
  const label = make("span", { overflow: "hidden", "text-overflow": "ellipsis", "white-space": "nowrap" });
  label.append(name);
  opener.append(icon(), label);
  const end = { padding: "0", "inline-size": "32px", flex: "none", "border-radius": "12px", "font-size": "18px" };
  const closer = button(end, { title: bye, "aria-label": bye }, dismiss);
  closer.append("×");
  box.append(opener, closer);
  host.id = ID;
  host.attachShadow({ mode: "closed" }).append(box);
  return host;
}

function begin() {
  /** @type {HTMLElement | null} */
  let shown = null;
  let left = MOST;

  /** An extension that was put in anew has left this one behind. */
  const isOrphan = () => !chrome.runtime?.id;

  function remove() {
    shown?.remove();
    shown = null;
  }

  /** The page may make itself anew while the person goes from article to article. */
  function keep() {
    if (!shown || shown.isConnected || left === 0 || isOrphan()) return;
    left -= 1;
    put(shown);
  }
  const changes = new MutationObserver(keep);

  /** @param {HTMLElement} element */
  function put(element) {
    document.documentElement.append(element);
    changes.observe(document, { childList: true });
    changes.observe(document.documentElement, { childList: true });
  }

  function open() {
    if (isOrphan()) remove();
    else void chrome.runtime.sendMessage(OPEN_GUIDE).catch(() => {});
  }

  function dismiss() {
    remove();
    if (!isOrphan()) void chrome.storage.local.remove(LAUNCHER);
  }

  /** @param {LauncherWords | undefined} words */
  function show(words) {
    remove();
    changes.disconnect();
    if (!words) return;
    shown = draw(words, open, dismiss);
    put(shown);
  }

  async function look() {
    const { [LAUNCHER]: words } = await chrome.storage.local.get(LAUNCHER);
    show(/** @type {LauncherWords | undefined} */ (words));
  }

  chrome.storage.local.onChanged.addListener((changes) => { if (LAUNCHER in changes) void look(); });
  // A page that comes back has missed what happened meanwhile.
  addEventListener("pageshow", ({ persisted }) => { if (persisted && !isOrphan()) void look(); });
  document.addEventListener("visibilitychange", () => { if (isOrphan()) remove(); });
  addEventListener("beforeprint", () => shown?.style.setProperty("visibility", "hidden"));
  addEventListener("afterprint", () => shown?.style.setProperty("visibility", "visible"));
  // Firefox ends all that an older version has begun, but what it has put into the page.
  for (const one of [...document.documentElement.children]) if (one.id === ID) one.remove();
  void look();
}

// It runs in a world of its own, and once there: also where it is switched off and on again.
const here = /** @type {{launcher?: boolean}} */ (globalThis);
if (!here.launcher && document.body) begin();
here.launcher = true;
