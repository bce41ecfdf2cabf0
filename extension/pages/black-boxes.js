// @ts-check
// The boxes on a picture, in its own pixels, and what can be undone. No element, no canvas: only
// where each box is, never outside of the picture and never too small to be seen.

/** @typedef {{x: number, y: number, width: number, height: number}} BlackBox */
/** @import { PictureSize } from "./picture-header.js" */

const MOST_UNDO = 200;

/** @param {number} value @param {number} least @param {number} most */
const between = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

/** How far a key moves. @param {PictureSize} size */
export const stepOf = ({ width, height }) => Math.max(1, Math.round(Math.min(width, height) / 50));

/**
 * Whole pixels, outwards, inside of the picture: half a pixel would let through what is below.
 * @param {BlackBox} box @param {PictureSize} size @returns {BlackBox}
 */
export function fitted(box, size) {
  const left = between(Math.floor(box.x), 0, size.width - 1);
  const top = between(Math.floor(box.y), 0, size.height - 1);
  return {
    x: left, y: top,
    width: between(Math.ceil(box.x + box.width) - left, 1, size.width - left),
    height: between(Math.ceil(box.y + box.height) - top, 1, size.height - top),
  };
}

/** @param {{x: number, y: number}} from @param {{x: number, y: number}} to @returns {BlackBox} between two corners */
export const spanned = (from, to) => ({
  x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y),
});

/** @param {BlackBox} box @param {number} right @param {number} down @param {PictureSize} size @returns {BlackBox} as large as before */
export const moved = (box, right, down, size) => ({
  ...box, x: between(box.x + right, 0, size.width - box.width), y: between(box.y + down, 0, size.height - box.height),
});

/** @param {BlackBox} box @param {number} right @param {number} down @param {PictureSize} size @returns {BlackBox} */
export const resized = (box, right, down, size) => {
  const least = Math.min(stepOf(size), size.width, size.height);
  return {
    ...box, width: between(box.width + right, least, size.width - box.x), height: between(box.height + down, least, size.height - box.y),
  };
};

/** @param {PictureSize} size @returns {BlackBox} a new one in the middle, to be moved by keys */
export const inTheMiddle = ({ width, height }) =>
  fitted({ x: width * .3, y: height * .45, width: width * .4, height: height * .1 }, { width, height });

/** All boxes of one picture, and the ones before. */
export function createBoxes() {
  /** @type {BlackBox[]} */
  let boxes = [];
  /** @type {BlackBox[][]} */
  let before = [];

  /** @param {BlackBox[]} next */
  function become(next) {
    before = [...before, boxes].slice(-MOST_UNDO);
    boxes = next;
  }

  return {
    all: () => boxes,
    canUndo: () => before.length > 0,

    /** @param {BlackBox} box @returns {number} its place */
    add(box) {
      become([...boxes, box]);
      return boxes.length - 1;
    },

    /** @param {number} at @param {BlackBox} box */
    put: (at, box) => become(boxes.map((one, i) => (i === at ? box : one))),

    /** @param {number} at */
    remove: (at) => become(boxes.filter((_, i) => i !== at)),

    undo() {
      boxes = before.pop() ?? boxes;
    },

    /** Another picture. */
    clear() {
      [boxes, before] = [[], []];
    },
  };
}
