/**
 * Compile Python by the Python that will run it: `node compile_python.mjs PACKAGES ARCHIVE [bare]`.
 *
 * PACKAGES holds Pyodide as released. Each .py of ARCHIVE, a zip, becomes a .pyc there; lean_code.py says what is not in
 * it, and what `bare` is. So no byte hangs on the Python of the machine: from one patch release to the next, its compiler
 * may write other instructions.
 */
import { readFile, writeFile } from "node:fs/promises";
import { loaderIn } from "./loader.mjs";

const HELPER = "lean_code.py";
const COMPILE = `
import zipfile
import lean_code

with zipfile.ZipFile("plain.zip") as plain, zipfile.ZipFile("compiled.zip", "w") as compiled:
    for name in plain.namelist():
        data = plain.read(name)
        if name.endswith(".py"):
            name, data = name + "c", lean_code.compiled(name, data, bare=bare)
        compiled.writestr(name, data)
`;

const [packages, archive, bare] = process.argv.slice(2);
const load = await loaderIn(packages, JSON.parse(await readFile(`${packages}/pyodide-lock.json`, "utf8")));
const helper = await readFile(new URL(HELPER, import.meta.url));
const python = await load({ stdLibURL: `${packages}/python_stdlib.zip` });
python.FS.writeFile(HELPER, helper);
python.FS.writeFile("plain.zip", await readFile(archive));
python.runPython(COMPILE, { globals: python.toPy({ bare: bare === "bare" }) });
await writeFile(archive, python.FS.readFile("compiled.zip"));
