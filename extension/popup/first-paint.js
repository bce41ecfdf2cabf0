// @ts-check
// Classic, synchronous and in <head>: what is painted first is the person's own screen, in the right
// language, with what they typed last, and nothing waits for a module. All else is loaded after it.
//
//     head       language and direction; whether a view is remembered
//     app read   the view last painted, the drafts, the focus
//     painted    popup.js, and what it will ask the browser; what the person did until then is
//                handed to it, in order

(() => {
  const html = document.documentElement;
  // Characters in one field. Chromium's time to lay them out grows with their square: a third of a
  // second for these, half a minute for a million. The guide itself takes half as many.
  const MOST = 100_000;
  // A page that is not shown paints no frame.
  const LATEST_MS = 300;
  // Where drafts of this screen are kept; drafts.js says how.
  let drafts = "draft:start:";

  // With `trusted-types paint` in the policy of the page, no other line can make markup of a string.
  const policy = globalThis.trustedTypes?.createPolicy("paint", { createHTML: (text) => text });

  /** @param {string} text */
  function parse(text) {
    const template = document.createElement("template");
    template.innerHTML = /** @type {string} */ (policy ? policy.createHTML(text) : text);
    return template.content;
  }

  /** Storage can be denied or garbled; then the prerendered view will do. @template T @param {() => T} action */
  function attempt(action) {
    try {
      return action();
    } catch {
      return null;
    }
  }

  /** @type {{version?: string, lang?: string, html?: string} | null} */
  const view = attempt(() => JSON.parse(localStorage.getItem("view") ?? "null"));
  const browsers = /^(he|iw)\b/i.test(navigator.language) ? "he" : "en";
  html.lang = view?.lang === "he" || view?.lang === "en" ? view.lang : browsers;
  html.dir = html.lang === "he" ? "rtl" : "ltr";
  // It is the popup's view. Another version's may carry events that this version's guide does not know.
  // The page has the version: Firefox would take ten milliseconds for the first call of its interfaces.
  const remembered = view !== null && !html.dataset.surface && view.version === html.dataset.version;

  /** What was painted last, as the person left it, in place of the prerendered start. */
  function recall() {
    const root = document.createElement("div");
    const first = document.querySelector(`[data-first="${html.lang}"]`)?.textContent;
    const shown = (remembered ? view?.html : first) ?? "";
    root.append(parse(shown));
    document.getElementById("app")?.replaceChildren(root);
    globalThis.firstPaint.shown = shown;
    const { case: id, screen } = /** @type {HTMLElement | null} */ (root.querySelector("main[data-screen]"))?.dataset ?? {};
    drafts = `draft:${encodeURIComponent(id || screen || "start")}:`;
    draw(root);
    html.dataset.view = remembered ? "recalled" : "first";
    const field = remembered && localStorage.getItem("field");
    enter((field && document.getElementById(field)) || root.querySelector("[autofocus]"));
  }

  /** Where the writing stopped: in a field, at its end. @param {Element | null} element */
  function enter(element) {
    const control = /** @type {HTMLTextAreaElement | null} */ (element);
    control?.focus({ preventScroll: true });
    // Only texts have a caret that can be placed: not dates, e-mail addresses, choices.
    if (typeof control?.selectionEnd === "number") control.setSelectionRange(control.value.length, control.value.length);
  }

  /** Put drafts where they were typed: who types on must not do so into an older text. @param {Element} root */
  function draw(root) {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(drafts))) {
      const controls = root.querySelectorAll(`[data-field="${CSS.escape(name.slice(drafts.length))}"]`);
      for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (controls)) {
        const value = localStorage.getItem(name) ?? "";
        if (["radio", "checkbox"].includes(control.type)) control.checked = control.value === value;
        else control.value = value;
      }
    }
  }

  /** @type {Event[]} */
  const early = [];
  const watching = new AbortController();

  /** Nobody is there to carry it out: keep it, so that it comes after what came before it. @param {Event} event */
  function hold(event) {
    early.push(event);
    if (event.type === "input") keep(/** @type {HTMLInputElement} */ (event.target));
    if (event.type === "click" || event.type === "submit") event.preventDefault();
  }

  /** A popup can die at any key. @param {HTMLInputElement} control */
  function keep({ dataset: { field }, selectionEnd, value }) {
    if (field && selectionEnd !== null) attempt(() => localStorage.setItem(drafts + field, value));
  }

  /**
   * A pasted book would freeze the popup, and as a draft each opening of it: it is kept out before it
   * is there. Nothing is lost, as it still is where it came from.
   * @param {InputEvent} event
   */
  function measure(event) {
    const { selectionStart, selectionEnd, value } = /** @type {HTMLInputElement} */ (event.target);
    const added = event.data?.length ?? 0;
    const stays = (value?.length ?? 0) - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    const fits = added === 0 || stays + added <= MOST;
    if (!fits) event.preventDefault();
    // It stands until the person writes on: no answer of the guide's takes it away.
    document.querySelector('[data-notice="too_much_at_once"]')?.toggleAttribute("hidden", fits);
  }

  globalThis.firstPaint = {
    parse,
    shown: null,
    asked: { tabs: null, stored: null, locks: null },
    takeOver() {
      watching.abort();
      return early.splice(0);
    },
  };

  for (const kind of ["input", "change", "click", "submit"]) addEventListener(kind, hold, { capture: true, signal: watching.signal });
  addEventListener("beforeinput", measure, { capture: true });
  // Sooner than DOMContentLoaded: at the first pause in which all of #app has been read.
  const reading = new MutationObserver(() => {
    if (!document.getElementById("failed")) return;
    reading.disconnect();
    attempt(recall);
    performance.mark("first-view");
    // The frame first: in Firefox, what asks the browser for something is in its way.
    requestAnimationFrame(() => setTimeout(load));
    setTimeout(load, LATEST_MS);
  });
  reading.observe(document, { childList: true, subtree: true });

  let loaded = false;
  function load() {
    if (loaded) return;
    loaded = true;
    void import("./popup.js");
    import("./idiomorph.esm.js").catch(() => {}); // Which popup.js imports: asked for at once.
    globalThis.firstPaint.asked = {
      tabs: ask(() => chrome.tabs.query({ active: true, currentWindow: true })),
      stored: ask(() => chrome.storage.local.get("state")),
      locks: ask(() => navigator.locks.query()),
    };
  }

  /** It takes the browser as long as popup.js is on its way. @template T @param {() => Promise<T>} question */
  function ask(question) {
    const answer = attempt(question);
    answer?.catch(() => {}); // Whoever takes the answer is told.
    return answer;
  }
})();
