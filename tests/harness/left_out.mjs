// Move functions out of the code that an engine starts with: node left_out.mjs RELEASED EXTENSION NAME...
// RELEASED is Pyodide's module, whose exports the names are; EXTENSION is a built one's folder.
import crypto from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";

import { Program, TRAP } from "../../py/packager/engine_part/cut.mjs";
import * as wasm from "../../py/packager/engine_part/sections.mjs";

const [released, extension, ...names] = process.argv.slice(2);
const engine = `${extension}/engine`;
const digest = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");
const whole = new Program(await readFile(released));
const found = whole.exports.filter(({ name }) => names.includes(name)).map(({ index }) => index);
if (found.length !== names.length) throw new Error(`of ${names} there are ${found.length}`);
const moved = new Set(whole.own(found));
const { sections, bodies } = new Program(await readFile(`${engine}/hot.wasm`));
const rest = wasm.bodiesIn(await readFile(`${engine}/rest.bin`));
const code = wasm.codeSection(bodies.map((body, n) => (moved.has(n) ? TRAP : body)));
const changed = {
  "hot.wasm": wasm.write(wasm.changed(sections, { [wasm.CODE]: code })),
  "rest.bin": wasm.codeSection(rest.map((body, n) => (moved.has(n) ? whole.bodies[n] : body))),
};
const scripts = (await readdir(extension)).filter((name) => name.endsWith(".js")).map((name) => `${extension}/${name}`);
for (const [name, after] of Object.entries(changed)) {
  const before = digest(await readFile(`${engine}/${name}`));
  await writeFile(`${engine}/${name}`, after);
  // The scripts know its digest.
  for (const path of scripts) {
    const script = await readFile(path, "utf8");
    if (script.includes(before)) await writeFile(path, script.replaceAll(before, digest(after)));
  }
}
