import type { MarkdownIt, Token } from "markdown-it";
import { environmentOf } from "./environment.ts";

// What an editor writes who means a link, an image or the mark of a footnote.
const attempt = /!?\[[^[\]]*\]\s?[(（][^)）]*[)）]?|[!！]\s?\[[^[\]]*\]|\[\^[^[\]]*\]/;

// `#标题` without a space or with full-width signs, but neither `#1` nor a topic, `#晋绥#`.
const headingAttempt = /^(?:#{1,6}|＃+)(?![\s\d#＃])[^#＃]*$/;

/**
 * Reports links, images, footnote marks and headings that Markdown did not recognise: a visitor
 * would see their source. Signs with a backslash before them are meant to be seen.
 */
export function leftovers(markdown: MarkdownIt): void {
  // Before texts are joined, a character with a backslash is still a token of its own.
  markdown.core.ruler.before("text_join", "leftovers", ({ tokens, env }) => {
    const { report } = environmentOf(env);
    let map: [number, number] | null = null;
    for (const token of tokens) {
      map = token.map ?? map;
      if (token.type !== "inline" || !token.children) continue;
      const [first] = token.children;
      if (first?.type === "text" && headingAttempt.test(first.content)) {
        report("heading-space", map, {});
      }
      for (const text of plainTexts(token.children)) {
        const found = attempt.exec(text)?.[0];
        if (found) report("link-leftover", map, { text: found });
      }
    }
  });
}

/** Runs of plain text between other tokens. */
function plainTexts(tokens: readonly Token[]): string[] {
  const texts = [""];
  for (const { type, content } of tokens) {
    if (type === "text") texts.push((texts.pop() ?? "") + content);
    else texts.push("");
  }
  return texts;
}
