import type { MarkdownIt, Token } from "markdown-it";

// What Chinese is written with, and nothing that another script shares.
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF01-\uFF60]/u;
// Punctuation that Chinese and Latin share: “ ” ‘ ’ — … ·
const shared = /[\u2018\u2019\u201C\u201D\u2014\u2026\u00B7]/u;

/**
 * A line break in the source between two Han characters is only for the eyes of who writes it: it
 * must not become a space on the page (markdown-it#334, hexo#642). Emphasis, links and the marks of
 * footnotes between the characters do not matter, and shared punctuation counts as what stands
 * behind it.
 */
export function lineBreaks(markdown: MarkdownIt): void {
  markdown.core.ruler.push("han_line_breaks", ({ tokens }) => {
    for (const { type, content, children } of tokens) {
      if (type !== "inline" || !children || !content.includes("\n")) continue;
      joinLines(children);
      for (const child of children) if (child.children) joinLines(child.children);
    }
  });
}

function joinLines(tokens: Token[]): void {
  if (!tokens.some(({ type }) => type === "softbreak")) return;
  const before = wideBeside(tokens, 1);
  const after = wideBeside(tokens, -1);
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "softbreak" || !before.has(index) || !after.has(index)) continue;
    token.type = "text";
    token.tag = "";
    token.content = "";
  }
}

/**
 * The breaks that have Han text on one side, before them when read forwards (1), after them when
 * read backwards (-1), up to the next break or element. One pass, however many breaks there are.
 */
function wideBeside(tokens: readonly Token[], step: 1 | -1): Set<number> {
  const found = new Set<number>();
  let isWide: boolean | undefined;
  for (let at = step === 1 ? 0 : tokens.length - 1; tokens[at]; at += step) {
    const { type, content } = tokens[at] as Token;
    if (type === "text") {
      const characters = Array.from(content).filter((character) => !shared.test(character));
      const nearest = characters.at(step === 1 ? -1 : 0);
      if (nearest !== undefined) isWide = wide.test(nearest);
      else if (content !== "") isWide ??= true;
    } else if (!/_(?:open|close|ref)$/.test(type)) {
      if (type === "softbreak" && isWide) found.add(at);
      isWide = undefined;
    }
  }
  return found;
}
