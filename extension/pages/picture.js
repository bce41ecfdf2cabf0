// @ts-check
// Parts of a picture blackened, on this page alone: what is chosen or pasted is drawn on a canvas,
// and what is saved is drawn anew, so that nothing below a box and no note of the camera is in it.
// The guide has laid out the page; the picture never goes there.

import { createBoxes, fitted, inTheMiddle, moved, resized, spanned, stepOf } from "./black-boxes.js";
import { HEAD_BYTES, isDrawing, sizeOf } from "./picture-header.js";

/** @import { BlackBox } from "./black-boxes.js" */
/** @import { PictureSize } from "./picture-header.js" */
/** @typedef {"not_a_picture" | "drawing" | "too_large" | "unreadable" | "nothing_to_paste" | "not_saved"} PictureTrouble */
/** @typedef {{box: BlackBox | null, at: number, from: {x: number, y: number}}} Drag `at` is -1 for a box that is being drawn */

const NAME = "screenshot.png"; // Not the file's own: names tell of people, too.
const LEAST_PX = 5; // On the screen: less is a click, not a box.
/** @type {Readonly<Record<string, [number, number]>>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const boxes = createBoxes();
/** @type {HTMLCanvasElement | null} */
let canvas = null;
/** @type {PictureTrouble | ""} */
let trouble = "";
let saved = false;
/** @type {Drag | null} */
let drag = null;
let begun = false;

/** @template {Element} [E=HTMLElement] @param {string} css @returns {E | null} */
const find = (css) => /** @type {E | null} */ (document.querySelector(css));

/** @param {string} name @returns {number} a limit that the guide has set */
const limit = (name) => Number(find("[data-picture]")?.dataset[name]);

/** @param {Blob} file @returns {Promise<PictureTrouble | "">} what is against opening it */
async function against(file) {
  if (file.size > limit("mostBytes")) return "too_large";
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const size = sizeOf(head);
  if (!size) return isDrawing(head) ? "drawing" : "not_a_picture";
  return size.width * size.height > limit("mostPixels") ? "too_large" : "";
}

/** @param {Blob} file @returns {Promise<PictureTrouble | "">} */
async function open(file) {
  const odd = await against(file);
  if (odd) return odd;
  const bitmap = await createImageBitmap(file);
  const next = document.createElement("canvas");
  [next.width, next.height] = [bitmap.width, bitmap.height];
  next.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  canvas = next;
  boxes.clear();
  find("#stage")?.replaceChildren(canvas);
  return "";
}

/** @param {Blob | null | undefined} file */
async function take(file) {
  saved = false;
  trouble = file ? await open(file).catch(() => /** @type {const} */ ("unreadable")) : "nothing_to_paste";
  show();
}

/** @returns {Promise<PictureTrouble | "">} */
async function save() {
  const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [width, height];
  const pen = whole.getContext("2d", { alpha: true });
  pen?.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
  for (const box of boxes.all()) pen?.fillRect(box.x, box.y, box.width, box.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => whole.toBlob(done, "image/png"));
  if (!pen || !blob) return "not_saved";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = NAME;
  link.click();
  // The browser reads the address some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return "";
}

/** @param {string} act */
async function perform(act) {
  if (!canvas) return;
  saved = false;
  if (act === "undo") boxes.undo();
  if (act === "save") {
    trouble = await save().catch(() => /** @type {const} */ ("not_saved"));
    saved = trouble === "";
  }
  const added = act === "add" ? boxes.add(inTheMiddle(canvas)) : -1;
  show();
  find(`#black-${added}`)?.focus();
}

/** @param {PointerEvent} event @returns {{x: number, y: number}} in the picture's own pixels */
function pointOf({ clientX, clientY }) {
  const { left, top, width } = /** @type {HTMLCanvasElement} */ (canvas).getBoundingClientRect();
  const scale = /** @type {HTMLCanvasElement} */ (canvas).width / width;
  return { x: (clientX - left) * scale, y: (clientY - top) * scale };
}

/** @param {Element} element @returns {number} which box, -1 for none */
const boxOf = (element) => Number(/** @type {HTMLElement | null} */ (element.closest("[data-black]"))?.dataset.black ?? -1);

/** @param {PointerEvent} event */
function press(event) {
  if (!canvas || event.button !== 0 || !(event.target instanceof Element)) return;
  const stage = find("#stage");
  if (!stage?.contains(event.target)) return;
  const at = boxOf(event.target);
  drag = { at, from: pointOf(event), box: at < 0 ? null : boxes.all()[at] ?? null };
  if (at < 0) event.preventDefault();
}

/** @param {PointerEvent} event */
function pull(event) {
  if (!drag || !canvas) return;
  const { at, from } = drag;
  const here = pointOf(event);
  const old = boxes.all()[at];
  drag.box = old ? moved(old, here.x - from.x, here.y - from.y, canvas) : fitted(spanned(from, here), canvas);
  place(old ? at : boxes.all().length, drag.box);
}

function release() {
  if (!drag || !canvas) return;
  const { at, box } = drag;
  drag = null;
  const least = LEAST_PX * canvas.width / canvas.getBoundingClientRect().width;
  // A box that is only clicked has not moved: there is nothing to undo.
  if (box && at >= 0) box === boxes.all()[at] || boxes.put(at, fitted(box, canvas));
  else if (box && (box.width >= least || box.height >= least)) boxes.add(box);
  saved = false;
  show();
}

/** @param {KeyboardEvent} event */
function steer(event) {
  if (!canvas || !(event.target instanceof Element)) return;
  const at = boxOf(event.target);
  const box = boxes.all()[at];
  const way = ARROWS[event.key];
  if (!box) return;
  if (event.key === "Delete" || event.key === "Backspace") boxes.remove(at);
  else if (way) {
    const [right, down] = way.map((one) => one * stepOf(/** @type {PictureSize} */ (canvas)));
    boxes.put(at, (event.shiftKey ? resized : moved)(box, right ?? 0, down ?? 0, canvas));
  } else return;
  event.preventDefault();
  saved = false;
  show();
  (find(`#black-${Math.min(at, boxes.all().length - 1)}`) ?? find("#picture-add"))?.focus();
}

/** Put an element where a box is. @param {number} at @param {BlackBox} box */
function place(at, box) {
  const stage = find("#stage");
  if (!stage || !canvas) return;
  const element = find(`#black-${at}`) ?? stage.appendChild(document.createElement("div"));
  Object.assign(element, { id: `black-${at}`, className: "black", tabIndex: 0 });
  element.dataset.black = `${at}`;
  // The arrow keys are the box's own; a screen reader must let them through.
  element.setAttribute("role", "application");
  element.setAttribute("aria-label", (stage.dataset.box ?? "").replace("{number}", `${at + 1}`));
  const share = (/** @type {number} */ part, /** @type {number} */ all) => `${100 * part / all}%`;
  element.style.left = share(box.x, canvas.width);
  element.style.top = share(box.y, canvas.height);
  element.style.width = share(box.width, canvas.width);
  element.style.height = share(box.height, canvas.height);
}

function showBoxes() {
  const all = boxes.all();
  for (const element of document.querySelectorAll("[data-black]")) if (boxOf(element) >= all.length) element.remove();
  all.forEach((box, at) => place(at, box));
  for (const text of document.querySelectorAll("[data-picture-boxes]")) {
    const { pictureBoxes = "" } = /** @type {HTMLElement} */ (text).dataset;
    const said = pictureBoxes.replace("{number}", `${all.length}`);
    if (text.textContent !== said) text.textContent = said;
  }
}

/** Show what is so: after each act, and after the guide has painted the page. */
export function show() {
  if (!begun) begin();
  document.documentElement.toggleAttribute("data-open", canvas !== null);
  for (const note of document.querySelectorAll("[data-picture-trouble]")) {
    note.toggleAttribute("hidden", note.getAttribute("data-picture-trouble") !== trouble);
  }
  find("[data-picture-saved]")?.toggleAttribute("hidden", !saved);
  /** @type {HTMLButtonElement | null} */ (find("#picture-undo"))?.toggleAttribute("disabled", !boxes.canUndo());
  if (canvas) showBoxes();
}

function begin() {
  begun = true;
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.pictureFile === undefined) return;
    const file = target.files?.[0];
    target.value = ""; // So that choosing the same file again is a change, too.
    if (file) void take(file);
  });
  document.addEventListener("paste", ({ clipboardData }) => {
    const files = [...clipboardData?.files ?? []];
    void take(files.find(({ type }) => type.startsWith("image/")) ?? files[0]);
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-picture-act]") : null;
    if (button) void perform(button.getAttribute("data-picture-act") ?? "");
  });
  document.addEventListener("pointerdown", press);
  document.addEventListener("pointermove", pull);
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", () => {
    drag = null;
    show();
  });
  document.addEventListener("keydown", steer);
}
