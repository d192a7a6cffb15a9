/**
 * A text without the characters of a kind at both ends. (A regular expression such as `/\s+$/` takes
 * quadratic time on a long run of spaces inside the text.)
 */
export function trimCharacters(text: string, kind: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && kind.test(text.charAt(start))) start++;
  while (end > start && kind.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
