import type { MarkdownIt } from "markdown-it";

const indent = /^[\u3000\u00A0]+/;

/**
 * Editors indent paragraphs, and paste indented ones: with spaces or a tab, which Markdown would
 * show as code, or with full-width spaces, one line a paragraph. All of them are paragraphs here,
 * and the page's own indent is the only one.
 */
export function indents(markdown: MarkdownIt): void {
  markdown.disable("code");
  markdown.block.ruler.before(
    "paragraph",
    "indented_paragraph",
    // Only asked whether it ends the paragraph above it; what it starts is an ordinary paragraph.
    ({ src, bMarks }, line, _end, silent) => silent && src.startsWith("\u3000\u3000", bMarks[line]),
    { alt: ["paragraph"] },
  );
  markdown.core.ruler.push("paragraph_indents", ({ tokens }) => {
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]?.type !== "paragraph_open") continue;
      const first = tokens[at + 1]?.children?.[0];
      if (first?.type === "text") first.content = first.content.replace(indent, "");
    }
  });
}
