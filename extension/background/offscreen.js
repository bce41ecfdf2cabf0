// @ts-check
// Chromium: the document that the background opens for the host, and that closes with it. It cannot
// read the manifest; its address brings the version.

import { hostEngine } from "./engine-page.js";

hostEngine({ version: location.search.slice(1), begun() {}, ended: () => window.close() });
