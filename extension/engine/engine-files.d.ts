/** Made by the build, py/packager/engine_part: which files of code this package has. */
export declare const CODE: {
  /** the module to start with */
  file: string;
  /** of that file, in hex */
  sha256: string;
  /** what is left out of it; null if it has all code */
  rest: Rest | null;
  /** the exports that the loader's script uses, where it has others; null for all */
  names: string[] | null;
  /** of linked.bin, where the module has no data of its own; null if it has */
  linked: Stored | null;
};

/** Of rest.bin, the code in whose place a module has traps. */
export interface Rest {
  /** where the module's section of code begins */
  from: number;
  /** of the file, in hex */
  sha256: string;
}

/** Pages of memory, one after the other in a file. */
export interface Stored {
  /** bytes of a page */
  page: number;
  /** of the file, in hex */
  sha256: string;
  /** where the pages go, as stretches of neighbours: [[first, how many], ...] */
  runs: number[][];
}
