import type { MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";
import { environmentOf } from "./environment.ts";

/**
 * Footnotes by markdown-it-footnote, in markup of ours: a labelled section, and ids with a colon,
 * which no heading's id can have.
 */
export function footnotes(
  markdown: MarkdownIt,
  labels: { footnotes: string; backToText: string },
): void {
  markdown.use(footnote);
  lostNotes(markdown);
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

/** Reports the notes that would not be shown: those no text refers to, and all but one of a label. */
function lostNotes(markdown: MarkdownIt): void {
  markdown.core.ruler.before("footnote_tail", "lost_footnotes", ({ tokens, env }) => {
    const { footnotes: found } = environmentOf(env);
    if (!found) return;
    const { lines, firstLine, report } = environmentOf(env);
    const written = linesOfNotes(lines);
    const seen = new Map<string, number>();
    let wide: Map<string, string> | undefined;
    for (const { type, meta } of tokens) {
      if (type !== "footnote_reference_open") continue;
      const label = String((meta as { label: unknown }).label);
      const times = seen.get(label) ?? 0;
      seen.set(label, times + 1);
      // The plugin keeps labels with a colon before them, and -1 until the text refers to them.
      const unused = (found.refs?.[`:${label}`] ?? -1) < 0;
      if (!unused && times === 0) continue;
      const at = { line: firstLine + (written.get(label)?.[times] ?? 0), column: 1 };
      if (times > 0) report("footnote-twice", at, { label });
      else {
        wide ??= wideMarks(lines);
        const mark = wide.get(label);
        report("footnote-unused", at, { label, ...(mark && { written: mark }) });
      }
    }
  });
}

/** Marks that an input method made, such as `【^1】`, by the labels in them. */
function wideMarks(lines: readonly string[]): Map<string, string> {
  const mark = /(?:[【［]\s?[\^＾…]{1,2}|\[\s?[＾…]{1,2})([^\s【】［］[\]]{1,100})[】］\]]/g;
  return new Map(
    lines.flatMap((line) => Array.from(line.matchAll(mark), ([text, label = ""]) => [label, text])),
  );
}

/** The lines, from 0, on which notes are written, by their labels. */
function linesOfNotes(lines: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, text] of lines.entries()) {
    const label = /\[\^([^\s\]]+)\]:/.exec(text)?.[1];
    if (label === undefined) continue;
    const places = found.get(label);
    if (places) places.push(at);
    else found.set(label, [at]);
  }
  return found;
}
