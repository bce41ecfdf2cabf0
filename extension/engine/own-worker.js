// @ts-check
// The one place that starts a worker: it has a script of ours, and no other.

const SCRIPTS = ["engine-worker.js", "heap-worker.js"];

/** @param {string} script @returns {string} as it is, if it is one of ours */
function ours(script) {
  if (!SCRIPTS.includes(script)) throw new TypeError(`${script} is no worker of ours`);
  return script;
}

// With `trusted-types worker` in the policy of the page, no other address becomes a worker's.
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: ours });

/** @param {string} script @param {string} name what it finds as its own name */
export function startWorker(script, name) {
  const address = /** @type {string} */ (policy?.createScriptURL(script) ?? ours(script));
  return new Worker(address, { type: "module", name });
}
