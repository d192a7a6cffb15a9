/**
 * Characters that turn the direction of the text after them (Unicode, UAX #9). Chinese and Latin
 * need none, and they make a page or a file name read as something else (CVE-2021-42574).
 */
export const turning = /[\u061C\u202A-\u202E\u2066-\u2069]/u;

/**
 * Characters that nobody sees and that break words apart for a search: zero-width and word joiners,
 * soft hyphens, marks of direction. The joiner of emoji, U+200D, is none of them.
 */
export const hidden = /[\u00AD\u180E\u200B\u200E\u200F\u2060\uFEFF]/u;

/** All of both. */
export const unseen = new RegExp(`[${turning.source.slice(1, -1)}${hidden.source.slice(1, -1)}]`);
const everyUnseen = new RegExp(unseen, "gu");

/** A character as it is told: `U+200B`. */
export function codePointOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${hex}`;
}

/** A line without what would garble or steer a terminal; what can't be seen is shown as a box. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]/g, " ")
    .replace(/\p{Cc}/gu, "▯")
    .replace(everyUnseen, "▯");
}
