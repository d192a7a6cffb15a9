import type { MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";
import { environmentOf } from "./environment.ts";

/**
 * Footnotes by markdown-it-footnote, in markup of ours: a labelled section, and ids with a colon,
 * which no heading's id can have. A note that the text never refers to would vanish: it is reported.
 */
export function footnotes(
  markdown: MarkdownIt,
  labels: { footnotes: string; backToText: string },
): void {
  markdown.use(footnote);
  markdown.core.ruler.push("unused_footnotes", ({ env }) => {
    const { footnotes, lines, firstLine, report } = environmentOf(env);
    for (const [key, id] of Object.entries(footnotes?.refs ?? {})) {
      if (id >= 0) continue;
      // The plugin keeps labels with a colon before them, and -1 until the text refers to them.
      const label = key.slice(1);
      const line = lines.findIndex((text) => text.includes(`[^${label}]:`));
      report("footnote-unused", { line: firstLine + Math.max(line, 0), column: 1 }, { label });
    }
  });
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
