/** What must be known of a language before Python runs; `also` are further codes by which browsers name it. */
export interface KnownLanguage {
  dir: "rtl" | "ltr";
  also: readonly string[];
}
/** The guide's languages by id; the build makes languages.js from content/languages.toml. */
export const LANGUAGES: Readonly<Record<string, KnownLanguage>>;
/** For who speaks none of them. */
export const FALLBACK: string;
