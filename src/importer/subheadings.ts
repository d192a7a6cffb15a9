import { isDate } from "./legacy-date.ts";

/** A line of the text: a paragraph, or a subheading. */
export interface Block {
  text: string;
  subheading: boolean;
}

const longest = 40;
// More short lines than this in a row are a list of names or a poem.
const mostInARow = 2;

const sentenceEnd = /[。！？；：…—、，”’』」）】〕),.!?;:\]"'~～]$/;
// `一、` and `（一）` open subheadings, the rest of them items.
const item = /^(?:[-+*#>|•·●○◆◇■□▪★☆※→—]|[(（]?\d+\s*[.．、)）]|[①-⑳])/;
const caption = /^(?:[图表]\s*[\d一二三四五六七八九十]|第?\d+$)/;
const credit =
  /^(?:本?报?记者|通讯员|作者|摄影|图片?|文字?|图文|供稿|来源|编辑|责编|责任编辑|审核|校对|时间|地点|日期|电话|地址|邮编|邮箱|网址|联系人|联系电话|附件|附|注|备注|主办|承办|协办)(?:[:：／/]|\s)/;
const address = /https?:\/\/|www\.|@/i;
const chineseDate = /[〇○零一二三四五六七八九\d]{4}\s*年.{1,3}月.{1,3}日$/;

/**
 * Tells the subheadings of a text from its paragraphs. A subheading is a short line that ends like
 * no sentence and stands above a paragraph; what could as well be an item, a caption, a signature
 * or a date is a paragraph. The lines have no white space around them.
 */
export function markSubheadings(lines: readonly string[]): Block[] {
  const short = lines.map((text, at) => couldHead(text) && !isDated(lines[at + 1] ?? ""));
  const lastParagraph = lines.findLastIndex((text) => !couldHead(text) && !isDated(text));
  const rows = rowsOf(short);
  return lines.map((text, at) => {
    const row = rows[at] ?? 0;
    return { text, subheading: row > 0 && row <= mostInARow && at < lastParagraph };
  });
}

function couldHead(line: string): boolean {
  if (Array.from(line).length > longest || !/\p{L}/u.test(line)) return false;
  if (sentenceEnd.test(line) || /[。；]/.test(line) || isDated(line)) return false;
  return ![item, caption, credit, address].some((form) => form.test(line));
}

/** A date, or a line that ends in one: where a letter was signed. */
function isDated(line: string): boolean {
  return isDate(line) || chineseDate.test(line.normalize("NFKC"));
}

/** For each line how many marked lines stand together around it; 0 where it is not marked. */
function rowsOf(marked: readonly boolean[]): number[] {
  const rows = marked.map(() => 0);
  let start = 0;
  for (let at = 0; at <= marked.length; at++) {
    if (marked[at]) continue;
    rows.fill(at - start, start, at);
    start = at + 1;
  }
  return rows;
}
