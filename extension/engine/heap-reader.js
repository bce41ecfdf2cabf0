// @ts-check
// Python's heap, read beside the page's own thread: it comes in hundreds of pieces, and who computes its
// sum copies it first. On the page's thread both would stand in the way of linking, and of the person.

import { startWorker } from "./own-worker.js";

/** @typedef {{bytes: Promise<Uint8Array<ArrayBuffer>>, sum: Promise<string>}} Reading a file, and its SHA-256 in hex, which may come later */
/** @typedef {Uint8Array<ArrayBuffer> | string | null} HeapPart the bytes, then the sum; null if either cannot be had */

/** Begin to read a file. @param {URL} file @returns {Reading} */
export function readBeside(file) {
  const [bytes, sum] = [Promise.withResolvers(), Promise.withResolvers()];
  const worker = startWorker("heap-worker.js", file.href);
  const end = () => {
    worker.terminate();
    const problem = new Error(`${file.pathname} cannot be read`);
    for (const { reject } of [bytes, sum]) reject(problem); // Of what has come already, this changes nothing.
  };
  worker.onmessage = ({ data }) => {
    if (data instanceof Uint8Array) return bytes.resolve(data);
    if (data) sum.resolve(data);
    end();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end();
  };
  for (const { promise } of [bytes, sum]) promise.catch(() => {}); // The one that awaits it has its error.
  return { bytes: bytes.promise, sum: sum.promise };
}
