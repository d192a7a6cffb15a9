import { width } from "./report.ts";

/** A Han character or a word, with the marks that may not part from it at the end of a line. */
const unit =
  /[“‘（《【]*(?:\p{Script=Han}|[^\s\p{Script=Han}“‘（《【，。；：、！？”’）》】…]+)?[，。；：、！？”’）》】…]*\s*/gu;

/**
 * Breaks a paragraph into lines of at most so many columns of a terminal: between words, and between
 * Han characters, but never before a closing mark or after an opening one (GB/T 15834-2011, 5.1). A
 * word that is longer than a line stays whole.
 */
export function wrap(text: string, columns: number): string {
  const lines = [""];
  for (const [part] of text.matchAll(unit)) {
    const line = lines.at(-1) ?? "";
    if (line && width((line + part).trimEnd()) > columns) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trimEnd()).join("\n");
}
