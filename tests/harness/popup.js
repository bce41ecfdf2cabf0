// Runs inside the popup. Finds what a person would point at, and says where it is.
//
// locate({css, text}) -> {x, y, covered} | null: the centre of the first match in view, in CSS
// pixels of the popup, after it was scrolled there; `covered` names what lies over it.
// landed() -> "met" or "missed": a paint in between may have moved it away from the click. What then lay
// there is not pressed: who sees the page move does not press either, and a test is about what it names.
//
// A click that is not answered yet may change the page: who looks waits for that, GRACE ms at most (an
// effect may wait for the person). Before the guide is ready nothing is answered, and clicks are kept.

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

const GRACE = 3000;
const ARRIVES = 5000;

function owed() {
  // A page that has only just come has no root yet.
  const { owing, shell } = document.documentElement?.dataset ?? {};
  return owing !== undefined && shell === "ready";
}

/** Hear where the next click of the pointer lands, once. */
function listenFor(wanted, element) {
  window.harnessLanded = null;
  const stop = new AbortController();
  window.harnessGuard?.abort();
  window.harnessGuard = stop;
  const hear = (event) => {
    if (!event.isTrusted) return;
    stop.abort();
    // A view may have put another element of the same name there.
    window.harnessLanded = [element, match(wanted)].some((one) => one && meets(one, event.target));
    if (window.harnessLanded) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("click", hear, { capture: true, signal: stop.signal });
}

function locate(wanted) {
  const element = match(wanted);
  if (!element) return null;
  if (!owed()) window.harnessOwedSince = null;
  else if (Date.now() - (window.harnessOwedSince ??= Date.now()) < GRACE) {
    return { x: 0, y: 0, covered: "a click that is not answered yet" };
  }
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  if (!top || !meets(element, top)) {
    return { x, y, covered: top?.outerHTML.slice(0, 120) ?? "the popup's edge" };
  }
  listenFor(wanted, element);
  return { x, y, covered: "" };
}

async function until(look, ms) {
  for (const end = Date.now() + ms; !look() && Date.now() < end;) {
    await new Promise((done) => setTimeout(done, 10));
  }
}

// Firefox brings the click to the page some time after it was made; on a busy machine after more than
// half a second. Who aims anew too soon clicks twice, and the second click meets what came meanwhile.
async function landed() {
  await until(() => window.harnessLanded !== null, ARRIVES);
  await until(() => !owed(), GRACE);
  // Another document knows of no click: this one led there.
  return window.harnessLanded || window.harnessLanded === undefined ? "met" : "missed";
}
