#!/usr/bin/env bash
# A valid QR code with Hebrew in ISO 8859-8 is read as "" by one reader and whole by two.
#
# What: PyPI segno 1.6.6 (writes), zxing-cpp 3.1.1; npm jsqr 1.4.0, @zxing/library 0.21.3, pngjs
#   7.0.0.
# Seen on 2026-11-30: with the alphabet told in the code (ECI 10), which makes it one size smaller
#   than UTF-8, zxing-cpp and @zxing/library give the sentence, jsQR a code that was found and whose
#   data is the empty text: no null, no error. UTF-8, told or not, is read by all three.
# Why it matters: "scan this to get to your case" on a printed letter ends in an empty field, and the
#   check `if (code)` passes.
# We instead: would write UTF-8; what is read from outside is looked at before it is used.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
python3 -m venv venv
venv/bin/pip install -qq segno==1.6.6 zxing-cpp==3.1.1 pillow==13.0.0
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts jsqr@1.4.0 @zxing/library@0.21.3 pngjs@7.0.0

venv/bin/python - <<'PY'
import segno
import zxingcpp
from PIL import Image

TEXT = 'פנייה 12345: שילמתי 20 ש"ח'
sizes = {}
for name, encoding, told in (("hebrew", "iso-8859-8", True), ("utf-8", "utf-8", True), ("default", None, False)):
    code = segno.make(TEXT, micro=False, encoding=encoding, eci=told)
    code.save(f"{name}.png", scale=6)
    sizes[name] = code.version
    (read,) = zxingcpp.read_barcodes(Image.open(f"{name}.png"))
    print("zxing-cpp", name, code.designator, read.text)
    assert read.text == TEXT
assert sizes == {"hebrew": 2, "utf-8": 3, "default": 3}
PY
cat > ask.cjs <<'JS'
const assert = require("node:assert/strict");
const fs = require("node:fs");
const { PNG } = require("pngjs");
const { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = require("@zxing/library");
const jsqr = require("jsqr");
const TEXT = 'פנייה 12345: שילמתי 20 ש"ח';
for (const name of ["hebrew", "utf-8", "default"]) {
  const { data, width, height } = PNG.sync.read(fs.readFileSync(`${name}.png`));
  const grey = new Uint8ClampedArray(width * height).map((_, at) => data[4 * at]);
  const bits = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  const one = (jsqr.default ?? jsqr)(new Uint8ClampedArray(data), width, height);
  const other = new QRCodeReader().decode(bits).getText();
  console.log(name, JSON.stringify([one.data, other]));
  assert.deepEqual([one.data, other], [name === "hebrew" ? "" : TEXT, TEXT]);
}
JS
node ask.cjs
