import type { MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";

/**
 * Footnotes by markdown-it-footnote, in markup of ours: a labelled section, and ids with a colon,
 * which no heading's id can have.
 */
export function footnotes(
  markdown: MarkdownIt,
  labels: { footnotes: string; backToText: string },
): void {
  markdown.use(footnote);
  const { rules } = markdown.renderer;
  const escapeHtml = markdown.utils.escapeHtml;
  const meta = (token: unknown) => (token as { meta: { id: number; subId: number } }).meta;
  const reference = ({ id, subId }: { id: number; subId: number }) =>
    subId > 0 ? `${id + 1}:${subId}` : `${id + 1}`;

  rules["footnote_ref"] = (tokens, index) => {
    const of = meta(tokens[index]);
    return `<sup class="note"><a href="#fn:${of.id + 1}" id="fnref:${reference(of)}">[${of.id + 1}]</a></sup>`;
  };
  rules["footnote_block_open"] = () =>
    `<section class="notes" aria-label="${escapeHtml(labels.footnotes)}">\n<ol>\n`;
  rules["footnote_block_close"] = () => "</ol>\n</section>\n";
  rules["footnote_open"] = (tokens, index) => `<li id="fn:${meta(tokens[index]).id + 1}">`;
  rules["footnote_close"] = () => "</li>\n";
  rules["footnote_anchor"] = (tokens, index) =>
    ` <a href="#fnref:${reference(meta(tokens[index]))}" aria-label="${escapeHtml(labels.backToText)}">↩\uFE0E</a>`;
}
