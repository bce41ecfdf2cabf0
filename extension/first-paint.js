// @ts-check
// Classic, synchronous and in <head>: the language and the choice of first view are settled before
// the body is parsed, so the first thing painted is not in the wrong language and does not jump.
(() => {
  const html = document.documentElement;
  const browsers = /^(he|iw)\b/i.test(navigator.language) ? "he" : "en";
  /** @type {{version?: string, lang?: string} | null} */
  let view = null;
  try {
    view = JSON.parse(localStorage.getItem("view") ?? "null");
  } catch {
    // Storage is denied or garbled: the prerendered view in the browser's language will do.
  }
  html.lang = view?.lang === "he" || view?.lang === "en" ? view.lang : browsers;
  html.dir = html.lang === "he" ? "rtl" : "ltr";
  // Another version's view may carry events that this version's guide does not know.
  const remembered = view?.version === chrome.runtime.getManifest().version;
  html.dataset.view = remembered ? "remembered" : "first";
})();
