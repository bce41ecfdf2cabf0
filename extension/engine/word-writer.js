// @ts-check
/**
 * The loop of packed-words.js, as a function of WebAssembly: it goes from one memory straight into another.
 *
 * It is four million words at each start. A browser runs a script's loop slowly until it has compiled it well, a module's at once;
 * and a script cannot hand its bytes to Python's memory but by a copy, for which 16 MB more have to be there.
 * Written by hand as https://webassembly.github.io/spec/core/binary/ has it, with two memories:
 *
 *     write(rare, place, to, end):        all but `to` are addresses in the window, which begins with the known words
 *       do
 *         known = u16[place]
 *         memory[to] = known == 65535 ? (rare += 4, window[rare - 4]) : window[known * 4]
 *         to += 4
 *       while (place += 2) < end
 *       return rare
 */

const [RARE, PLACE, TO, END, KNOWN] = [0, 1, 2, 3, 4]; // The parameters, and a variable.
const [FROM, INTO] = [0, 1]; // The memories.
const I32 = 0x7f;
const VOID = 0x40;
const LOOP = 0x03;
const IF = 0x04;
const ELSE = 0x05;
const DONE = 0x0b;
const AGAIN_IF = [0x0d, 0];
const EQUAL = 0x46;
const LESS = 0x49;
const PLUS = 0x6a;
const SHIFT = 0x74;
/** @param {number} it */
const get = (it) => [0x20, it];
/** @param {number} it */
const set = (it) => [0x21, it];
/** @param {number} it */
const tee = (it) => [0x22, it];
/** @param {number} value below 64 */
const small = (value) => [0x41, value];
const NO_PLACE = [0x41, 0xff, 0xff, 0x03]; // 65,535, signed as all such numbers are.
// Each with its alignment as a power of two, the memory (0x40 says that one is named), and no offset.
const WORD_OF = [0x28, 0x40 | 2, FROM, 0];
const PLACE_OF = [0x2f, 0x40 | 1, FROM, 0];
const STORE = [0x36, 0x40 | 2, INTO, 0];

const BODY = [
  1, 1, I32, // One variable.
  LOOP, VOID,
  ...get(TO),
  ...get(PLACE), ...PLACE_OF, ...tee(KNOWN), ...NO_PLACE, EQUAL,
  IF, I32,
  ...get(RARE), ...WORD_OF, ...get(RARE), ...small(4), PLUS, ...set(RARE),
  ELSE,
  ...get(KNOWN), ...small(2), SHIFT, ...WORD_OF,
  DONE,
  ...STORE,
  ...get(TO), ...small(4), PLUS, ...set(TO),
  ...get(PLACE), ...small(2), PLUS, ...tee(PLACE), ...get(END), LESS, ...AGAIN_IF,
  DONE,
  ...get(RARE),
  DONE,
];

/** What is short enough that its length is one byte. @param {number[]} bytes */
const sized = (bytes) => [bytes.length, ...bytes];
/** @param {string} name of one letter */
const named = (name) => sized([name.charCodeAt(0)]);
const MEMORY = [2, 0, 0]; // Of any size.
const MODULE = Uint8Array.of(
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, ...sized([1, 0x60, ...sized([I32, I32, I32, I32]), ...sized([I32])]),
  2, ...sized([2, ...named("m"), ...named("f"), ...MEMORY, ...named("m"), ...named("i"), ...MEMORY]),
  3, ...sized([1, 0]),
  7, ...sized([1, ...named("w"), 0, 0]),
  10, ...sized([1, ...sized(BODY)]),
);
const WASM_PAGE = 65_536;

/**
 * A window of so many bytes, and what writes from there into a memory.
 * @param {WebAssembly.Memory} memory
 * @param {number} size
 */
export function wordWriter(memory, size) {
  const window = new WebAssembly.Memory({ initial: Math.ceil(size / WASM_PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { f: window, i: memory } });
  const write = /** @type {(rare: number, place: number, to: number, end: number) => number} */ (exports.w);
  return { write, window: new Uint8Array(window.buffer) };
}
