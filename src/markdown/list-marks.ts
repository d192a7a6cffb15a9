import type { Token } from "markdown-it";
import type { Environment } from "./environment.ts";
import { type Line, runsOf } from "./paragraph-lines.ts";
import { shorten } from "./shorten.ts";

/** What stands around a paragraph: the item it starts, and the list that follows without a gap. */
interface Around {
  item?: Token;
  next?: Token;
}

/** No temperature (`-5℃`), no dash (`--`), no line (`---`). */
const hyphen = /^-[^\s\d\-–—.]/;
/** Only what is indented too far still has the blank after its mark. */
const indented = /^[-*+] +\S/;
const numbered = /^(\d{1,3})([.)])(?:[^\s\d]| +\S)/;
/** Bullets, also those of Word's symbol font. */
const bullet = "[·•●○■□◆◇▪◦‣➢►▶\\uF06C\\uF06E\\uF075\\uF0A7\\uF0B7\\uF0D8]";
/** Bullets; dashes, but for `——` and negative numbers; asterisks. */
const foreign = new RegExp(
  `^(?:${bullet}|[－﹣–—―−](?![－﹣–—―−\\d])|[*＊](?![*＊\\d]))\\s*[^\\s]`,
);
/** What can only be meant as the next item: a dash may name the author of a quote. */
const nextItem = new RegExp(`^(?:${bullet}|[－﹣](?![－﹣\\d]))\\s*[^\\s]`);
/** `- • 甲`; a hollow sign may be there to be ticked. */
const doubled = /^[·•●■▪◦‣➢►▶\uF06C\uF06E\uF075\uF0A7\uF0B7\uF0D8]\s*[^\s]/;

/**
 * Reports lines that are meant as the items of a list and run on as text instead. `1、甲`, `1．甲` and
 * `（1）甲` are Chinese text like any other; so is a single line outside of a list, or one that ends in
 * a line break.
 */
export function listMarks(
  lines: readonly Line[],
  around: Around,
  { report }: Pick<Environment, "report">,
): void {
  const place = ({ at }: Line) => [at, at + 1] as const;

  const shifted = lines.find(({ text }) => indented.test(text));
  if (shifted) {
    const right = `${shifted.text[0]} ${shifted.text.slice(1).trim()}`;
    report("list-space", place(shifted), { cause: "indent", right: shorten(right) });
    return;
  }
  const unspaced = findUnspaced(lines, around);
  if (unspaced) {
    const right = unspaced.text.replace(/^(?:\d+[.)]|.)/, "$& ");
    report("list-space", place(unspaced), { cause: "space", right: shorten(right) });
    return;
  }
  const [first] = [
    ...runsOf(lines, ({ text }, above) => follows(text, above?.text)),
    ...runsOf(lines, ({ text, plain }, above) => {
      return plain && foreign.test(text) && (!above || above.text[0] === text[0]);
    }),
  ];
  const below = around.item && lines.find((line, at) => at > 0 && continues(line));
  const found = first ?? below;
  if (found) {
    const [, number, sign] = numbered.exec(found.text) ?? [];
    const right = shorten(`${number ? `${number}${sign}` : "-"} ${withoutMark(found.text)}`);
    const mark = number ? { mark: "number" as const } : bulletOf(found.text);
    report("list-mark", place(found), { ...mark, right });
    return;
  }
  const [start] = lines;
  if (around.item?.info !== "" || !start || !doubled.test(start.text)) return;
  const right = shorten(`- ${withoutMark(start.text)}`);
  report("list-mark", place(start), { ...bulletOf(start.text), mark: "double", right });
}

/** Is a line that runs on in an item meant as the next one, `- 甲` and below it `• 乙`? */
function continues({ text, runsOn }: Line): boolean {
  return runsOn && nextItem.test(text);
}

function withoutMark(text: string): string {
  return text.replace(/^(?:\d+[.)]|.)\s*/u, "");
}

/** The bullet that a line begins with, and its sign unless only Word's symbol font can show it. */
function bulletOf(text: string): { mark: "bullet"; sign?: string } {
  const [sign = ""] = text;
  return { mark: "bullet", ...(!/\p{Co}/u.test(sign) && { sign }) };
}

/** The first line whose mark is right and has no blank after it. */
function findUnspaced(lines: readonly Line[], { item, next }: Around): Line | undefined {
  const isHyphen = ({ text }: Line) => hyphen.test(text);
  const inItem = item && lines.find((line, index) => index > 0 && isNextItem(line, item));
  if (inItem) return inItem;
  const [first] = runsOf(lines, isHyphen);
  const last = lines.at(-1);
  return first ?? (next?.markup === "-" && last && isHyphen(last) ? last : undefined);
}

/** Is a line that continues an item meant as the next one, `- 甲` and below it `-乙`? */
function isNextItem({ text, plain, runsOn }: Line, { markup, info }: Token): boolean {
  if (!plain || !runsOn) return false;
  if (info === "") return text[0] === markup && /^.[^\s\d*+-]/.test(text);
  const [, number, sign] = /^(\d+)([.)])[^\s\d]/.exec(text) ?? [];
  return sign === markup && Number(number) === Number(info) + 1;
}

/** Has a line a number, and is it by one more than that of the line above, where there is one? */
function follows(text: string, above: string | undefined): boolean {
  const number = numbered.exec(text)?.[1];
  if (number === undefined) return false;
  return above === undefined || Number(numbered.exec(above)?.[1]) + 1 === Number(number);
}
