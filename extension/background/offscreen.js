// @ts-check
// Chromium: the document that the background opens for the living engine, and that closes with it.
// It cannot read the manifest; the version comes in its address.

import { hostEngine } from "./engine-page.js";

hostEngine({ version: location.search.slice(1), begun() {}, ended: () => window.close() });
