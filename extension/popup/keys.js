// @ts-check
// The keyboard, where the browser's own ways are not enough. All of it is moving about on the screen
// that is there, so it works from the first paint on; what a key leads to is a click or a form sent.

/** @type {Readonly<Record<string, number>>} */
const ALONG = { ArrowUp: -1, ArrowDown: 1 };
/** @type {Readonly<Record<string, number>>} from left to right */
const ACROSS = { ArrowLeft: -1, ArrowRight: 1 };

/** The one after, or before, in a circle. @param {HTMLElement[]} all @param {number} at */
const around = (all, at) => all[(at + all.length) % all.length];

/**
 * In a choice, arrows only move: the browser's own would choose, and to choose can lead to the next
 * screen, so that nobody came past the first option (WCAG 3.2.2). Space chooses by itself.
 * @param {KeyboardEvent} event @param {HTMLInputElement} radio @returns {boolean} whether the key is used up
 */
function inChoice({ key }, radio) {
  if (key === "Enter") {
    radio.click();
    return true;
  }
  const across = ACROSS[key] * (document.documentElement.dir === "rtl" ? -1 : 1);
  const step = ALONG[key] ?? across;
  if (!step) return false;
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (document.getElementsByName(radio.name));
  const choices = [...all].filter(({ disabled }) => !disabled);
  around(choices, choices.indexOf(radio) + step)?.focus();
  return true;
}

/** @param {Element} menu @returns {HTMLElement[]} */
const itemsOf = (menu) =>
  [...menu.querySelectorAll(/** @type {"button"} */ (".menu-item"))].filter((item) => item.checkVisibility());

/** @param {KeyboardEvent} event @param {HTMLElement} menu @returns {boolean} whether the key is used up */
function inMenu({ key, target }, menu) {
  const items = itemsOf(menu);
  const at = items.indexOf(/** @type {HTMLElement} */ (target));
  if (key === "Escape") {
    menu.hidePopover();
    /** @type {HTMLElement | null} */ (document.querySelector(`.round[popovertarget="${menu.id}"]`))?.focus();
  } else if (key === "Home") items[0]?.focus();
  else if (key === "End") items.at(-1)?.focus();
  else if (ALONG[key]) around(items, at + ALONG[key])?.focus();
  else return false;
  return true;
}

/** @param {KeyboardEvent} event @returns {boolean} whether the key is used up */
function isUsed(event) {
  const { key, target, altKey, shiftKey, repeat } = event;
  const held = event.ctrlKey || event.metaKey;
  if (event.isComposing || altKey || !(target instanceof Element)) return false;
  // A key that is held would press whatever comes next, too.
  if (key === "Enter" && repeat && target.closest("button")) return true;
  if (key === "Enter" && held) {
    const { form } = /** @type {HTMLInputElement} */ (target.closest("[data-field]") ?? {});
    form?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
    return Boolean(form);
  }
  if (held || shiftKey) return false;
  if (target instanceof HTMLInputElement && target.type === "radio") return inChoice(event, target);
  const menu = /** @type {HTMLElement | null} */ (target.closest(".menu"));
  return menu ? inMenu(event, menu) : false;
}

/** A menu that opens takes the focus. @param {Event} event */
function enterMenu(event) {
  const { target, newState } = /** @type {ToggleEvent} */ (event);
  if (newState !== "open" || !(target instanceof Element) || !target.matches(".menu")) return;
  const [first] = itemsOf(target);
  (/** @type {HTMLElement | null} */ (target.querySelector("[aria-current]")) ?? first)?.focus();
}

/** One that is left closes: it would lie over what has the focus. @param {FocusEvent} event */
function leaveMenu({ target }) {
  const open = /** @type {HTMLElement | null} */ (document.querySelector(".menu:popover-open"));
  if (open && !open.contains(/** @type {Node} */ (target))) open.hidePopover();
}

/** Listen, for as long as the page is there. */
export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (isUsed(event)) event.preventDefault();
  });
  document.addEventListener("toggle", enterMenu, { capture: true });
  document.addEventListener("focusin", leaveMenu);
}
