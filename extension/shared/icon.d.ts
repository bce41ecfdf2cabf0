/** The name of an SVG element, its attributes, and what is in it. */
export type Shape = readonly [name: string, attributes: Readonly<Record<string, string>>, inside: readonly Shape[]];

/** The icon's `<svg>`; the build makes icon.js from icon.svg. */
export const ICON: Shape;
