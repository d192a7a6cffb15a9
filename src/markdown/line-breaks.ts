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
    for (const { type, children } of tokens) {
      if (type === "inline" && children) joinLines(children);
    }
  });
}

function joinLines(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "softbreak") continue;
    const before = textBeside(tokens, index, -1);
    const after = textBeside(tokens, index, 1);
    if (endsWide(before.reverse()) && endsWide(after)) {
      token.type = "text";
      token.tag = "";
      token.content = "";
    }
  }
}

/** The characters on one side of a token, nearest first, up to the next break or element. */
function textBeside(tokens: readonly Token[], from: number, step: 1 | -1): string[] {
  const characters: string[] = [];
  for (let at = from + step; tokens[at]; at += step) {
    const { type, content } = tokens[at] as Token;
    if (type !== "text" && !/_(?:open|close|ref)$/.test(type)) break;
    const part = Array.from(content);
    if (step === 1) characters.push(...part);
    else characters.unshift(...part);
    if (part.some((character) => !shared.test(character))) break;
  }
  return characters;
}

function endsWide(nearestFirst: readonly string[]): boolean {
  const first = nearestFirst.find((character) => !shared.test(character));
  return first === undefined ? nearestFirst.length > 0 : wide.test(first);
}
