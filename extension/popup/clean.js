// @ts-check
// The guide's HTML has none of this, and its templates escape whatever is put into them. Should that
// ever fail, what comes through is still only text and a screen.

const ELEMENTS = "script, style, link, meta, base, iframe, frame, object, embed, template, noscript, foreignObject, animate, set";
const ADDRESSES = new Set([
  "href", "src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "cite", "xlink:href",
]);

/** @param {string} name @param {string} value */
const isForeign = (name, value) =>
  name.startsWith("on") || name === "style" || (ADDRESSES.has(name) && !value.startsWith("#"));

/**
 * Take out scripts, handlers, styles and every address but those within the page.
 * @param {DocumentFragment} content not in the page so far
 */
export function clean(content) {
  for (const element of content.querySelectorAll(ELEMENTS)) element.remove();
  for (const element of content.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (isForeign(name.toLowerCase(), value)) element.removeAttribute(name);
    }
  }
}
