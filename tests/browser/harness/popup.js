// Runs inside the popup. Finds what a person would point at, and says where it is.
//
// locate({css, text}) -> {x, y, covered} | null: the centre of the first match in view, in CSS
// pixels of the popup, after it was scrolled there; `covered` names what lies over it.

const CLICKABLE = "button, a[href], summary, label, option, [role=button], [role=tab], [role=radio]";

const shown = (element) => element.checkVisibility({ visibilityProperty: true });

const words = (element) =>
  (element.innerText || element.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim();

function match({ css, text }) {
  const found = [...document.querySelectorAll(css || CLICKABLE)].filter(shown);
  if (!text) return found[0];
  return found.find((one) => words(one) === text) ?? found.find((one) => words(one).includes(text));
}

function locate(wanted) {
  const element = match(wanted);
  if (!element) return null;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const reached = top && (element.contains(top) || top.contains(element) || top.control === element);
  return { x, y, covered: reached ? "" : (top?.outerHTML.slice(0, 120) ?? "outside the popup") };
}
