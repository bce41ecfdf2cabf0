// Runs inside the popup. Finds what a person would point at, and says where it is.
//
// locate({css, text}) -> {x, y, covered} | null: the centre of the first match in view, in CSS
// pixels of the popup, after it was scrolled there; `covered` names what lies over it.
// landed() -> "met" or "missed": a paint in between may have moved it away from the click.

const CLICKABLE = "button, a[href], summary, label, option, [role=button], [role=tab], [role=radio]";

const shown = (element) => element.checkVisibility({ visibilityProperty: true });

const words = (element) =>
  (element.innerText || element.getAttribute("aria-label") || "").replace(/\s+/g, " ").trim();

function match({ css, text }) {
  const found = [...document.querySelectorAll(css || CLICKABLE)].filter(shown);
  if (!text) return found[0];
  return found.find((one) => words(one) === text) ?? found.find((one) => words(one).includes(text));
}

const meets = (element, target) =>
  element.contains(target) || target.closest("label")?.control === element;

function locate(wanted) {
  const element = match(wanted);
  if (!element) return null;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  if (!top || !meets(element, top)) {
    return { x, y, covered: top?.outerHTML.slice(0, 120) ?? "the popup's edge" };
  }
  window.harnessLanded = null;
  const hear = ({ target }) => { window.harnessLanded = meets(element, target); };
  addEventListener("click", hear, { capture: true, once: true });
  return { x, y, covered: "" };
}

// Firefox brings the click to the page some time after it was made; on a busy machine after more than
// half a second. Who aims anew too soon clicks twice, and the second click meets what came meanwhile.
async function landed() {
  for (let tries = 0; tries < 500 && window.harnessLanded === null; tries += 1) {
    await new Promise((done) => setTimeout(done, 10));
  }
  // Another document knows of no click: this one led there.
  return window.harnessLanded || window.harnessLanded === undefined ? "met" : "missed";
}
