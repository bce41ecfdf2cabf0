// Runs inside a page: finds what a page in another language must not have.

const MACHINE = /[\w.+-]+@[\w.-]+\w|https?:\S+|\b[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?/g;
const NO_SENTENCE = "code, kbd[dir=ltr], bdi[dir=ltr], pre[dir=ltr], script, style, noscript";
const NAMED = ["placeholder", "aria-label", "title", "alt"];

/** Whether an element is in another language than the page, or is for machines. */
function isApart(one) {
  const lang = one.closest("[lang]")?.getAttribute("lang");
  return (lang && lang !== document.documentElement.lang) || one.closest(NO_SENTENCE);
}

/** The plain words that a person sees or hears, but for names and what the person wrote. */
function leftOver(names, own) {
  const found = {};
  const look = (text, where) => {
    let rest = text.replace(MACHINE, " ");
    for (const name of names) rest = rest.replaceAll(new RegExp(`\\b${name}\\b`, "g"), " ");
    for (const word of rest.match(/[A-Za-z]{3,}/g) ?? []) {
      if (!own.toLowerCase().includes(word.toLowerCase())) (found[where] ??= []).push(word);
    }
  };
  for (const one of document.body.querySelectorAll("*")) {
    if (isApart(one)) continue;
    for (const name of NAMED) look(one.getAttribute(name) ?? "", `${name} of ${one.id || one.tagName}`);
    if (one.matches("input, textarea") || !one.checkVisibility()) continue;
    for (const { nodeType, data } of one.childNodes) {
      if (nodeType === Node.TEXT_NODE) look(data, one.outerHTML.slice(0, 80));
    }
  }
  return Object.entries(found).map(([where, words]) => `${words.slice(0, 5).join(" ")} in ${where}`);
}

/** What keeps a page wider than it should be: the innermost elements. */
function tooWide(width) {
  const wide = (one) => one.getBoundingClientRect().width > width || one.scrollWidth > width;
  const all = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility() && wide(one));
  return all.filter((one) => ![...one.children].some(wide)).map((one) => one.outerHTML.slice(0, 90));
}

/**
 * What overflows a box that hides it. Fields scroll, what is for screen readers alone has no size,
 * and a person's own words may be cut where they stand as a name.
 */
function clipped() {
  const found = [];
  for (const one of document.body.querySelectorAll("*:not(input, textarea, select, option, progress, svg, svg *)")) {
    const { overflowX, overflowY, clip, clipPath, webkitLineClamp } = getComputedStyle(one);
    if (one.matches("bdi") || webkitLineClamp !== "none" || !one.checkVisibility() || !one.clientWidth || clipPath !== "none" || clip !== "auto") continue;
    const wide = overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    const high = ["hidden", "clip"].includes(overflowY) && one.scrollHeight > one.clientHeight + 1;
    if (!one.closest(".unseen") && (wide || high)) found.push(one.outerHTML.slice(0, 90));
  }
  return found;
}

/** What stands elsewhere than in the mirror image of the page, and icons that are turned wrongly. */
function unmirrored() {
  // Lines of text are turned by other rules, and so is what has a direction of its own.
  const own = "[dir]:not(html), bdi, dialog, [popover], svg *, option, br, wbr";
  const all = [...document.querySelectorAll("#app *")].filter((one) => one.checkVisibility()
    && !getComputedStyle(one).display.startsWith("inline") && !one.closest(own));
  const starts = (dir) => {
    document.documentElement.dir = dir;
    const app = document.getElementById("app").getBoundingClientRect();
    const boxes = all.map((one) => one.getBoundingClientRect());
    return boxes.map(({ left, right }) => (dir === "ltr" ? left - app.left : app.right - right));
  };
  const [was, now] = [starts("ltr"), starts("rtl")];
  const found = all.filter((_, at) => Math.abs(was[at] - now[at]) > 1.5);
  for (const icon of document.querySelectorAll("#app svg")) {
    const turned = new DOMMatrix(getComputedStyle(icon).transform).a < 0;
    if (icon.checkVisibility() && turned !== icon.classList.contains("turns")) found.push(icon);
  }
  return found.map((one) => one.outerHTML.slice(0, 90));
}
