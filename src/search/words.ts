const han = "\\p{Script=Han}";

/**
 * A word as the search knows it, as a pattern with the flag `u`: a Han character, or letters and
 * digits of other scripts in a row. Browsers split what is searched for by the same pattern.
 */
export const wordPattern = `${han}|(?:(?!${han})[\\p{L}\\p{M}\\p{N}\\p{Pc}])+`;

/** Stands for a space that was there: it holds no word, so that the index does not see it. */
export const realSpace = "␣";

const words = new RegExp(wordPattern, "gu");

/**
 * A text with a space before each word, so that an index that knows spaces only has every Han
 * character on its own. What is no word stays with the word before it, that words which follow one
 * another be neighbours; a line break stands alone, that those on its two sides be none. Taking the
 * spaces away and putting one for each `realSpace` gives the text again.
 */
export function spaced(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, (space) => (space.includes("\n") ? ` ${realSpace} ` : realSpace))
    .replace(words, " $&")
    .replace(/ +/g, " ")
    .trim();
}
