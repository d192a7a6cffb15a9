import { en } from "./en.ts";
import { zhHans } from "./zh-Hans.ts";

/** The texts of one language: problems, commands and pages. */
export type Catalogue = typeof zhHans;

/** The languages a site can be in (BCP 47 tags); the first is the default. */
export const languages = ["zh-Hans", "en"] as const;

export type Language = (typeof languages)[number];

const catalogues: Record<Language, Catalogue> = { "zh-Hans": zhHans, en };

/** The texts of a language. */
export function catalogue(language: Language): Catalogue {
  return catalogues[language];
}
