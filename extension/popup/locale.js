// @ts-check
// The languages of the guide, for what scripts must know before Python has answered.

import { FALLBACK, LANGUAGES } from "./languages.js";

/** @import { Locale } from "../contract.js" */

/** @param {string | undefined} lang @returns {lang is Locale} */
export const isLocale = (lang) => lang !== undefined && Object.hasOwn(LANGUAGES, lang);

/** @param {string} tag a language as browsers name it, such as he-IL @returns {Locale} the guide's that is nearest */
export function nearest(tag) {
  const parts = tag.toLowerCase().split("-");
  for (; parts.length > 0; parts.pop()) {
    const known = Object.entries(LANGUAGES).find(([id, { also }]) =>
      [id, ...also].some((code) => code.toLowerCase() === parts.join("-")));
    if (known) return known[0];
  }
  return FALLBACK;
}

/** @returns {Locale} the guide's language that is nearest to the browser's */
export const browserLocale = () => nearest(navigator.language);

/** @param {Locale} locale @returns {"rtl" | "ltr"} */
export const directionOf = (locale) => (LANGUAGES[locale] ?? LANGUAGES[FALLBACK])?.dir ?? "ltr";
