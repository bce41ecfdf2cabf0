// @ts-check
// What a module throws where code was left out of it: "unreachable", browsers say.

/**
 * Whether Python died, as it does there. The loader marks what it met so.
 * @param {any} problem
 */
export const isTrap = (problem) => problem instanceof WebAssembly.RuntimeError || problem?.pyodide_fatal_error;

/**
 * Have a trap thrown, and not complained of: it is the way to all code, and no fault.
 * @param {{fatal_error: (problem: any) => void}} api  Pyodide's
 */
export function passOn(api) {
  const { fatal_error: complain } = api;
  api.fatal_error = (problem) => {
    if (!(problem instanceof WebAssembly.RuntimeError)) return complain(problem);
    // So marked, it is not taken for an error of ours that Python may catch.
    throw Object.assign(problem, { pyodide_fatal_error: true });
  };
}
