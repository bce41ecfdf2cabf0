// What tests of the shell put in the place of a browser.

import { registerHooks } from "node:module";

/** As browsers have it: what is stored are its own keys. */
export class FakeStorage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    this[key] = String(value);
  }

  removeItem(key) {
    delete this[key];
  }
}

/** Denied by the browser's settings. */
export class DeniedStorage {
  getItem() {
    throw new Error("denied");
  }

  setItem() {
    throw new Error("denied");
  }
}

/** Let modules that only a build has be these: {"name.js": source}. */
export function provide(modules) {
  registerHooks({
    resolve(name, context, next) {
      const source = modules[name.split("/").at(-1)];
      if (source === undefined) return next(name, context);
      return { url: `data:text/javascript,${encodeURIComponent(source)}`, format: "module", shortCircuit: true };
    },
  });
}

/** Let everything that only waits for other promises go on. */
export const settled = () => new Promise(setImmediate);

/** Let time go by in which the page does nothing: each timer is heard when it is due. @param timers mocked */
export function goBy(timers, ms) {
  for (let gone = 0; gone < ms; gone += 500) timers.tick(500);
}
