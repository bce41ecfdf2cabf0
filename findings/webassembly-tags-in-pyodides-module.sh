#!/usr/bin/env bash
# The reader of WebAssembly that webpack has refuses Pyodide's module; of three readers one takes it as it is.
#
# What: pyodide.asm.wasm of Pyodide 0.29.5 (npm), read by Node's own engine, wasmparser 5.11.1,
#   wabt 1.0.39 and @webassemblyjs/wasm-parser 1.14.1 (webpack 5.113.0 depends on it).
# Seen on 2026-11-30: Node compiles the module; it imports two things of kind "tag", by which
#   Emscripten throws exceptions. wasmparser reads it to its end. wabt says "invalid import tag kind:
#   exceptions not allowed" until it is given {exceptions: true}; what it then writes is 3 bytes
#   shorter than what it read, and compiles as well. @webassemblyjs/wasm-parser says "Unknown import
#   description type: 0x4", also when it is told to pass over the code and the data.
# Why it matters: who imports the module through a bundler, or wants to list its imports with that
#   library, is told that a sound file is broken. And a tool that only reads and writes a module again
#   gives other bytes: a checksum of the release does not survive it.
# We instead: copy the released file byte by byte, and pin its hash as it was released.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
cd "$lab"
npm install --silent --prefer-offline --no-audit --no-fund --ignore-scripts \
  pyodide@0.29.5 wasmparser@5.11.1 wabt@1.0.39 @webassemblyjs/wasm-parser@1.14.1

cat > read.cjs <<'JS'
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { BinaryReader } = require("wasmparser");
const { decode } = require("@webassemblyjs/wasm-parser");

async function main() {
  const bytes = readFileSync("node_modules/pyodide/pyodide.asm.wasm");
  const module = new WebAssembly.Module(bytes);
  const tags = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "tag");
  console.log("node: compiled;", tags.length, "imported tags:", tags.map(({ name }) => name).join(", "));
  assert.equal(tags.length, 2);

  const reader = new BinaryReader();
  reader.setData(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), 0, bytes.length);
  while (reader.read());
  console.log("wasmparser:", reader.error ? String(reader.error) : "read to its end");
  assert.equal(reader.error, null);

  const wabt = await require("wabt")();
  const readsPlainly = () => wabt.readWasm(bytes, { readDebugNames: false });
  assert.throws(readsPlainly, /invalid import tag kind: exceptions not allowed/);
  const again = wabt.readWasm(bytes, { exceptions: true, readDebugNames: false }).toBinary({}).buffer;
  console.log("wabt: refused; with exceptions written with", bytes.length - again.length, "bytes fewer");
  assert.equal(bytes.length - again.length, 3);
  assert.equal(WebAssembly.Module.exports(new WebAssembly.Module(again)).length, 9708);

  for (const ignored of [{}, { ignoreCodeSection: true, ignoreDataSection: true }]) {
    assert.throws(() => decode(bytes, ignored), /Unknown import description type: 0x4/);
  }
  console.log("@webassemblyjs/wasm-parser: Unknown import description type: 0x4");
  // The control: a module without tags, of one import and nothing else.
  const plain = Buffer.from("0061736d01000000010401600000020701016501660000", "hex");
  assert.equal(new WebAssembly.Module(plain) && decode(plain, {}).type, "Program");
}
main().catch((error) => { console.error(error); process.exit(1); });
JS
node read.cjs
