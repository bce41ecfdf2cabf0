// @ts-check
// What a file is and how large its picture would be, read from its first bytes: before the browser
// unpacks it, since a small file may hold more pixels than any memory.

/** @typedef {{width: number, height: number}} PictureSize in pixels */

/** How much of a file the size is looked for in: a JPEG may have long notes before it. */
export const HEAD_BYTES = 1 << 20;

/** @param {DataView} view @param {number} at @param {string} text @returns {boolean} whether these letters are there */
const says = (view, at, text) =>
  at + text.length <= view.byteLength && [...text].every((letter, i) => view.getUint8(at + i) === letter.charCodeAt(0));

/** @param {DataView} view @param {number} at three bytes, the lowest first */
const low24 = (view, at) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** @param {DataView} view @returns {PictureSize} from the first frame, behind any number of notes */
function ofJpeg(view) {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1; // Filling.
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + view.getUint16(at + 2);
  }
  throw new RangeError("no frame");
}

/** @param {DataView} view @returns {PictureSize} */
function ofWebp(view) {
  if (says(view, 12, "VP8X")) return { width: low24(view, 24) + 1, height: low24(view, 27) + 1 };
  if (says(view, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** How each kind begins, and where its size is. @type {[string, (view: DataView) => PictureSize][]} */
const KINDS = [
  ["\x89PNG\r\n\x1a\n", (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })],
  ["\xff\xd8\xff", ofJpeg],
  ["GIF8", (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) })],
  ["RIFF", ofWebp],
  ["BM", (view) => ({ width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) })],
];

/** @param {Uint8Array<ArrayBuffer>} head the first `HEAD_BYTES` of a file @returns {PictureSize | null} null if it is no picture */
export function sizeOf(head) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const found = KINDS.find(([start]) => says(view, 0, start));
  if (!found || (found[0] === "RIFF" && !says(view, 8, "WEBP"))) return null;
  try {
    const { width, height } = found[1](view);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null; // It ends before it says so.
  }
}

/** @param {Uint8Array<ArrayBuffer>} head @returns {boolean} whether it is a drawing in SVG, which may hold programs */
export const isDrawing = (head) => /<svg[\s>]/i.test(new TextDecoder().decode(head.subarray(0, 4096)));
