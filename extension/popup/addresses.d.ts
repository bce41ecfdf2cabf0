/** Every address that the guide may open; the build makes addresses.js from content/addresses.toml. */
export const ADDRESSES: ReadonlySet<string>;
