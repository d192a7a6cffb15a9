import { findEnding } from "./ending.ts";
import { findHeadLine } from "./head-line.ts";
import { type Block, markSubheadings } from "./subheadings.ts";
import { trimCharacters } from "./trim.ts";

/** Lines that don't become part of the article, by where they stood. */
export interface LeftOut {
  /**
   * `list`: the dated list above the title; `above`: other lines there; `head`: parts of the head
   * line that the front matter has no place for; `after`: lines below 本站编辑; `footer`.
   */
  kind: "list" | "above" | "head" | "after" | "footer";
  lines: string[];
}

/** The parts of a legacy page. All texts are as the page has them, the date in our form. */
export interface LegacyPage {
  title: string;
  date: string;
  source?: string;
  author?: string;
  editor?: string;
  body: Block[];
  leftOut: LeftOut[];
}

/** Why a text can't be taken apart; `line` is the head line that was found. */
export type Unparsed = { missing: "head" } | { missing: "title" | "date"; line: string };

const listLine = /[（([]\s*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*[)）\]]$/;
// Zero-width characters that trim() keeps; they are as invisible as a space.
const edge = /[\s\u200B\u2060]/;
const lineBreak = /[\n\u2028\u2029]/;

/** Takes the text of a legacy page (line ends `\n`) apart. Every line ends up in one of the parts. */
export function parseLegacyPage(text: string): LegacyPage | Unparsed {
  const lines = text
    .split(lineBreak)
    .map((line) => trimCharacters(line, edge))
    .filter((line) => line !== "");
  const head = findHeadLine(lines);
  if (!head) return { missing: "head" };
  const headText = lines.slice(head.start, head.end).join(" ");
  const { title, above } = splitTitle(lines.slice(0, head.start));
  if (!title) return { missing: "title", line: headText };
  if (!head.date) return { missing: "date", line: headText };

  const rest = lines.slice(head.end);
  const ending = findEnding(rest);
  const editor = ending.editor ?? head.editor;
  return {
    title,
    date: head.date,
    ...(head.source !== undefined && { source: head.source }),
    ...(head.author !== undefined && { author: head.author }),
    ...(editor !== undefined && { editor }),
    body: markSubheadings(rest.slice(0, ending.end)),
    leftOut: groups({
      list: above.filter((line) => listLine.test(line)),
      above: above.filter((line) => !listLine.test(line)),
      head: head.rest,
      after: ending.after,
      footer: ending.footer,
    }),
  };
}

/** The title is the last line above the head line; a subtitle (`——…`) takes the line before along. */
function splitTitle(above: readonly string[]): { title?: string; above: string[] } {
  const last = above.at(-1);
  if (!last || listLine.test(last)) return { above: [...above] };
  const before = above.at(-2);
  if (/^(?:——|--)/.test(last) && before && !listLine.test(before)) {
    return { title: before + last, above: above.slice(0, -2) };
  }
  return { title: last, above: above.slice(0, -1) };
}

function groups(lines: Record<LeftOut["kind"], string[]>): LeftOut[] {
  return Object.entries(lines)
    .filter(([, group]) => group.length > 0)
    .map(([kind, group]) => ({ kind: kind as LeftOut["kind"], lines: group }));
}
