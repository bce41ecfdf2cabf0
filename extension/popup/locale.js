// @ts-check
// The languages of the guide, as far as a script must know them before Python has said anything.

/** @import { Locale } from "../contract.js" */

/** @param {string | undefined} lang @returns {lang is Locale} */
export const isLocale = (lang) => lang === "he" || lang === "en";

/** @returns {Locale} the guide's language that is nearest to the browser's; "iw" is the old code of Hebrew */
export const browserLocale = () => (/^(he|iw)\b/i.test(navigator.language) ? "he" : "en");

/** @param {Locale} locale @returns {"rtl" | "ltr"} */
export const directionOf = (locale) => (locale === "he" ? "rtl" : "ltr");
