import type { Surface } from "../contract.js";

/** What sets one surface apart from another, as Frame in surroundings.py says. */
export interface Frame {
  keeps_place: boolean;
  stays: boolean;
  beside: boolean;
}

/** By surface; the build makes frames.js from py/guide/surroundings.py. */
export const FRAMES: Readonly<Record<Surface, Frame>>;
