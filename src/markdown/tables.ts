import type { MarkdownIt } from "markdown-it";

/**
 * Tables scroll inside a region of their own on narrow screens, which the keyboard can reach
 * (WCAG 2.1.1), and tell the alignment of their cells by class, so that pages need no inline styles.
 */
export function tables(markdown: MarkdownIt, label: string): void {
  const name = markdown.utils.escapeHtml(label);
  markdown.renderer.rules["table_open"] = () =>
    `<div class="table" role="region" aria-label="${name}" tabindex="0"><table>\n`;
  markdown.renderer.rules["table_close"] = () => "</table></div>\n";
  markdown.core.ruler.push("cell_alignment", ({ tokens }) => {
    for (const token of tokens) {
      const align = /^text-align:(\w+)$/.exec(String(token.attrGet("style")))?.[1];
      if (!align || !token.attrs) continue;
      token.attrs = token.attrs.filter(([attribute]) => attribute !== "style");
      token.attrJoin("class", `align-${align}`);
    }
  });
}
