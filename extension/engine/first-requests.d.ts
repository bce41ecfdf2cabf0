/** The request of a first opening in each language; the build makes first-requests.js by the guide's own. */
export const FIRST_REQUESTS: readonly string[];
