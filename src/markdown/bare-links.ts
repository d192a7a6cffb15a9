import type { MarkdownIt } from "markdown-it";

// Printable ASCII without quotes and angle brackets, not ending in a sentence mark or bracket.
const address = /\/\/[!#-;=?-~]*[#-&*+/-9=@-Z^-z~-]/y;

/**
 * Bare `http://` and `https://` addresses become links, up to the first character that is not
 * ASCII: Chinese runs on after an address without a space (`见https://www.gov.cn查询`), and would
 * otherwise become part of it. Words that look like addresses of other kinds stay words.
 */
export function bareLinks({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  const validate = (text: string, from: number) => {
    address.lastIndex = from;
    return address.exec(text)?.[0].length ?? 0;
  };
  linkify.add("http:", { validate }).add("https:", { validate });
  const test = linkify.test.bind(linkify);
  // Without slashes there is nothing to look for, with an expression that is slow.
  linkify.test = (text) => text.includes("//") && test(text);
  for (const scheme of ["ftp:", "mailto:", "//"]) linkify.add(scheme, null);
}
