import type { MarkdownIt, Token } from "markdown-it";
import { type Environment, environmentOf } from "./environment.ts";
import { listMarks } from "./list-marks.ts";
import { type Line, linesOf } from "./paragraph-lines.ts";
import { shorten } from "./shorten.ts";
import { rowsAround, tableMarks } from "./table-marks.ts";

// Most paragraphs have no line that begins with such a sign, and are not looked at any further.
const anyMark =
  /^[ \t\u3000\u00A0]*[#＃>＞|｜:\d*＊+\-－﹣–—―−─·•●○■□◆◇▪◦‣➢►▶\uF06C\uF06E\uF075\uF0A7\uF0B7\uF0D8]/m;

/**
 * Reports lines that are meant as a heading, a list, a quote or a table, and that Markdown took for
 * the text of a paragraph: the blank after the mark is missing or a full-width one, the mark itself
 * is full-width or comes from Word, or the line is indented too far.
 */
export function lineMarks(markdown: MarkdownIt): void {
  // Before texts are joined, a character with a backslash is still a token of its own.
  markdown.core.ruler.before("text_join", "line_marks", ({ tokens, env }) => {
    for (let index = 1; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.type !== "inline" || !anyMark.test(token.content)) continue;
      const open = tokens[index - 1];
      if (open?.type !== "paragraph_open" || !open.map) continue;
      const lines = linesOf(token, open.map[0]);
      const environment = environmentOf(env);
      headingMarks(lines, environment);
      quoteMarks(lines, environment);
      tableMarks(lines, rowsAround(tokens, index), environment);
      listMarks(lines, around(tokens, index), environment);
    }
  });
}

/** The item that a paragraph is the start of, and the list that follows on its last line. */
function around(tokens: readonly Token[], index: number) {
  const before = tokens[index - 2];
  const after = tokens[index + 2];
  const end = tokens[index - 1]?.map?.[1];
  return {
    ...(before?.type === "list_item_open" && { item: before }),
    ...(after?.type === "bullet_list_open" && after.map?.[0] === end && { next: after }),
  };
}

// Neither `#1` nor a topic, `#晋绥#`; two or more hashes before a number are a heading as well.
const headingAttempt = /^[#＃](?:[#＃]+\s*[^\s#＃]|\s*[^\s\d#＃])[^#＃]*$/;

function headingMarks(lines: readonly Line[], { report }: Environment): void {
  for (const { at, text } of lines) {
    if (!headingAttempt.test(text)) continue;
    const [marks = ""] = /^[#＃]+/.exec(text) ?? [];
    const level = Math.min(Math.max(marks.length, 2), 6);
    const right = shorten(`${"#".repeat(level)} ${text.slice(marks.length).trim()}`);
    report("heading-space", [at, at + 1], { right, wide: /^#*＃/.test(text) });
  }
}

// `＞60分` is a comparison, and `＞＞更多` an ornament.
const quoteAttempt = /^(?:＞(?![＞\d])|>)\s*\S/;

function quoteMarks(lines: readonly Line[], { report }: Environment): void {
  const found = lines.find(({ text }) => quoteAttempt.test(text));
  if (!found) return;
  const right = shorten(`> ${found.text.replace(/^[＞>\s]+/, "")}`);
  report("quote-mark", [found.at, found.at + 1], { right });
}
