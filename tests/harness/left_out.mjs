// Move functions out of the code that an engine starts with: node left_out.mjs RELEASED ENGINE NAME...
// RELEASED is Pyodide's module, whose exports the names are; ENGINE is a built extension's folder of code.
import { readFile, writeFile } from "node:fs/promises";

import { Program, TRAP } from "../../py/packager/engine_part/cut.mjs";
import * as wasm from "../../py/packager/engine_part/sections.mjs";

const [released, engine, ...names] = process.argv.slice(2);
const whole = new Program(await readFile(released));
const found = whole.exports.filter(({ name }) => names.includes(name)).map(({ index }) => index);
if (found.length !== names.length) throw new Error(`of ${names} there are ${found.length}`);
const moved = new Set(whole.own(found));
const { sections, bodies } = new Program(await readFile(`${engine}/hot.wasm`));
const rest = wasm.bodiesIn(await readFile(`${engine}/rest.bin`));
const code = wasm.codeSection(bodies.map((body, n) => (moved.has(n) ? TRAP : body)));
await writeFile(`${engine}/hot.wasm`, wasm.write(wasm.changed(sections, { [wasm.CODE]: code })));
await writeFile(`${engine}/rest.bin`, wasm.codeSection(rest.map((body, n) => (moved.has(n) ? whole.bodies[n] : body))));
