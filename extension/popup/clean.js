// @ts-check
// The guide's HTML has none of this, and its templates escape whatever is put into them. Should that
// ever fail, what comes through is still only text and a screen.

const ELEMENTS = "script, style, link, meta, base, iframe, frame, object, embed, template, noscript, foreignObject, animate, set";
const ADDRESSES = new Set([
  "href", "src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "cite", "xlink:href",
]);

/** @param {Element} element @param {string} attribute */
function isForeign(element, attribute) {
  const name = attribute.toLowerCase();
  return name.startsWith("on") || name === "style" || (ADDRESSES.has(name) && !element.getAttribute(attribute)?.startsWith("#"));
}

/**
 * Take out scripts, handlers, styles and every address but those within the page.
 * @param {DocumentFragment} content not in the page so far
 */
export function clean(content) {
  for (const element of content.querySelectorAll(ELEMENTS)) element.remove();
  for (const element of content.querySelectorAll("*")) {
    // By their names: a browser makes an object of each attribute that is looked at, half of what a view takes to read.
    for (const name of element.getAttributeNames()) if (isForeign(element, name)) element.removeAttribute(name);
  }
}
