// @ts-check
// The one site at which the extension helps; the manifest asks for it by the same address.

export const HELP_SITE = "https://help.openai.com/";

/** What the button on that site says to the background. */
export const OPEN_GUIDE = "open_guide";
