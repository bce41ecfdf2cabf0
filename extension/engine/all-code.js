// @ts-check
// All code of a module of which a start has a part: the bodies of its functions, put together.
//
// The module ends with its section of code, in which a function that was left out is a trap. rest.bin is
// such a section too, without its head: the bodies of those that were left out, and of the others none.
// Both as https://webassembly.github.io/spec/core/binary/ has it: a count, then each body after its size.

const CODE = 10;
const MOST_BYTES = 5; // Of a number.

/** Reads numbers and bytes, one after the other. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value >>> 0;
  }

  /** A body, after its size. */
  body() {
    const from = this.at;
    const size = this.number();
    this.at += size;
    return { size, bytes: this.bytes.subarray(from, this.at) };
  }
}

/** A number in as many bytes as it may have at most. @param {number} value */
function number(value) {
  const bytes = Array.from({ length: MOST_BYTES }, (_, n) => ((value >>> (7 * n)) & 0x7f) | 0x80);
  bytes[MOST_BYTES - 1] &= 0x7f;
  return Uint8Array.from(bytes);
}

/**
 * @param {Uint8Array} module
 * @param {number} from  where its section of code begins
 * @param {Uint8Array} rest
 * @returns {Uint8Array<ArrayBuffer>} the module with all code. Throws where the two are not of one build.
 */
export function allCode(module, from, rest) {
  const [own, others] = [new Reader(module, from + 1), new Reader(rest, 0)];
  own.number(); // The size of the section.
  const count = own.number();
  if (module[from] !== CODE || others.number() !== count) throw new Error("rest.bin is of another build");
  const bodies = Array.from({ length: count }, () => {
    const [mine, other] = [own.body(), others.body()];
    return other.size ? other.bytes : mine.bytes;
  });
  const size = bodies.reduce((sum, { length }) => sum + length, MOST_BYTES);
  const all = new Uint8Array(from + 1 + MOST_BYTES + size);
  let at = 0;
  for (const part of [module.subarray(0, from + 1), number(size), number(count), ...bodies]) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
