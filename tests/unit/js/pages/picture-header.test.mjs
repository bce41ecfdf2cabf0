// What a file is, by its first bytes: pictures, and what only says so. Seen to fail: each kind without
// its line of KINDS, the small file of many pixels with a size that is read after it is unpacked.

import assert from "node:assert/strict";
import { test } from "node:test";

import { isDrawing, sizeOf } from "../../../../extension/pages/picture-header.js";

const bytes = (...parts) => new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)));
const PNG = "\x89PNG\r\n\x1a\n";
const SIZES = {
  png: [bytes(PNG, [0, 0, 0, 13], "IHDR", [0, 0, 2, 0, 0, 0, 1, 0]), 512, 256],
  "png of 60,000 by 60,000 pixels": [bytes(PNG, [0, 0, 0, 13], "IHDR", [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]), 60_000, 60_000],
  jpeg: [bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 40, 0, 80, 3]), 80, 40],
  "jpeg with filling": [bytes([0xff, 0xd8, 0xff, 0xff, 0xe1, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 1, 0, 0, 80, 3]), 80, 256],
  gif: [bytes("GIF89a", [80, 0, 40, 0]), 80, 40],
  bmp: [bytes("BM", Array(16).fill(0), [80, 0, 0, 0, 0xd8, 0xff, 0xff, 0xff]), 80, 40],
  "webp, lossy": [bytes("RIFF", [0, 0, 0, 0], "WEBPVP8 ", Array(10).fill(0), [80, 0, 40, 0]), 80, 40],
  "webp, lossless": [bytes("RIFF", [0, 0, 0, 0], "WEBPVP8L", [0, 0, 0, 0, 0x2f], [79, 0xc0, 0x09, 0]), 80, 40],
  "webp, with more": [bytes("RIFF", [0, 0, 0, 0], "WEBPVP8X", Array(8).fill(0), [79, 0, 0, 39, 0, 0]), 80, 40],
};
for (const [kind, [head, width, height]] of Object.entries(SIZES)) {
  test(`${kind} says its size`, () => assert.deepEqual(sizeOf(head), { width, height }));
}

const NONE = {
  "nothing": bytes(), "a text": bytes("hello"), "a web page": bytes("<!doctype html><svg"), "a PDF": bytes("%PDF-1.7"),
  "sound in a RIFF": bytes("RIFF", [0, 0, 0, 0], "WAVEfmt ", Array(40).fill(1)), "half a png": bytes(PNG),
  "half a jpeg": bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]), "a jpeg without a frame": bytes([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0, 0]),
  "a png of no width": bytes(PNG, [0, 0, 0, 13], "IHDR", [0, 0, 0, 0, 0, 0, 1, 0]), "half a gif": bytes("GIF89a", [1]),
};
for (const [what, head] of Object.entries(NONE)) {
  test(`${what} is no picture`, () => assert.equal(sizeOf(head), null));
}

test("a drawing in SVG is known, also behind a declaration", () => {
  assert.ok(isDrawing(bytes('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')));
  assert.ok(!isDrawing(bytes("about <svgs>")));
});
