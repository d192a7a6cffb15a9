import type { MarkdownIt, Token } from "markdown-it";
import { environmentOf, placeIn } from "./environment.ts";
import { plainTexts } from "./leftovers.ts";
import { shorten } from "./shorten.ts";

/**
 * Reports asterisks that visitors would see though they are meant as markup, and asterisks that they
 * would not see though they are meant as text: those that hide a part of a name or a number,
 * `张**、李**`, pair up as emphasis.
 */
export function stars(markdown: MarkdownIt): void {
  // Before texts are joined, a character with a backslash is still a token of its own.
  markdown.core.ruler.before("text_join", "stars", ({ src, tokens, env }) => {
    if (!hasStar(src)) return;
    const environment = environmentOf(env);
    let map: [number, number] | null = null;
    for (const token of tokens) {
      map = token.map ?? map;
      const { type, content, children } = token;
      if (type !== "inline" || !children || !hasStar(content)) continue;
      const lost = lostStars(children);
      if (lost) {
        const right = shorten(lost.replace(/\\?\*/g, "\\*"));
        const place = placeIn(environment, map, lost);
        environment.report("stars-lost", place, { text: shorten(lost), right });
      }
      const left = plainTexts(children).map(leftStars).find(Boolean);
      if (left) {
        const right = shorten(`**${left.slice(2, -2).trim()}**`);
        const place = placeIn(environment, map, left);
        environment.report("strong-leftover", place, { text: shorten(left), right });
      }
    }
  });
}

function hasStar(text: string): boolean {
  return text.includes("*") || text.includes("＊");
}

const pair = /(?<![*＊])(?:\*\*|＊＊)(?![*＊])([^*＊]+)(?<![*＊])(?:\*\*|＊＊)(?![*＊])/gu;

/**
 * Two double asterisks that are meant to make what is between them bold. Those of hidden names, as in
 * `张** 李**`, are not: they stand right behind a character.
 */
function leftStars(text: string): string | undefined {
  if (!/\*\*|＊＊/.test(text)) return undefined;
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const [whole, inner = ""] = match;
    const behindCharacter = /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? "");
    const openerOnly = /^\S.*\s$/s.test(inner);
    const wide =
      whole.includes("＊") && /^(?=.*[\p{L}\p{N}])[^\s、，；。](?:.*[^\s、，；])?$/su.test(inner);
    const spaced = /^\s+\S/.test(inner);
    if (openerOnly || (!behindCharacter && (wide || spaced))) return whole;
    if (wide && !isHiding(text[match.index - 1] ?? "", inner)) return whole;
    // The second pair of asterisks may be the first of the next.
    pair.lastIndex -= 2;
  }
  return undefined;
}

/** The commonest surnames: right behind one, full-width asterisks hide the rest of a name. */
const surnames =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]/;

/** Do two full-width pairs hide names, as in `张＊＊和李＊＊`, or digits, rather than mark a text? */
function isHiding(before: string, inner: string): boolean {
  if (/[A-Za-z\d]/.test(before)) return true;
  return surnames.test(before) && surnames.test(inner.at(-1) ?? "");
}

/** Emphasis of asterisks that can't be meant, as it was written. */
function lostStars(tokens: readonly Token[]): string | undefined {
  const parts = partsOf(tokens);
  for (const [at, { type, plain, written }] of parts.entries()) {
    if (type !== "text" || written === "") continue;
    const opened = runOf(parts, at, -1, /^(?:em|strong)_open$/);
    const closed = runOf(parts, at, 1, /^(?:em|strong)_close$/);
    if (opened.marks.length === 0 || closed.marks.length === 0) continue;
    const { before, stars } = endOf(opened.text);
    const isHalfMended = stars !== "" && written.endsWith(escapedStar);
    const after = closed.text[0] ?? "";
    if (!isHalfMended && !isHidden(before, plain, after, opened.marks)) continue;
    return `${before}${stars}${opened.marks.join("")}${written}${closed.marks.join("")}`;
  }
  return undefined;
}

const escapedStar = "\\*";

/** The last character of a text before asterisks with backslashes, and these. */
function endOf(text: string): { before: string; stars: string } {
  let end = text.length;
  while (text.endsWith(escapedStar, end)) end -= escapedStar.length;
  const before = Array.from(text.slice(Math.max(0, end - 2), end)).at(-1) ?? "";
  return { before, stars: text.slice(end) };
}

/** A text with what has a backslash in it, or another token. */
interface Part {
  type: string;
  /** As it is written, or the marks of emphasis. */
  written: string;
  /** Without asterisks that have a backslash. */
  plain: string;
}

/** Inline tokens with their texts joined: a character with a backslash is a token of its own. */
function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (const { type, content, markup } of tokens) {
    const isSpecial = type === "text_special";
    const written = type === "text" ? content : markup;
    const plain = type === "text" || (isSpecial && content !== "*") ? content : "";
    const last = parts.at(-1);
    if (last?.type === "text" && (type === "text" || isSpecial)) {
      last.written += written;
      last.plain += plain;
    } else parts.push({ type: isSpecial ? "text" : type, written, plain });
  }
  return parts;
}

/** The marks of asterisks right before or behind a text, and the text beyond them. */
function runOf(parts: readonly Part[], from: number, step: 1 | -1, mark: RegExp) {
  const marks: string[] = [];
  for (let at = from + step; parts[at]; at += step) {
    const { type, written } = parts[at] as Part;
    if (mark.test(type)) marks.push(written);
    else if (type === "text" && written !== "") return { marks, text: written };
    else if (type !== "text") break;
  }
  return { marks, text: "" };
}

const hiddenName =
  /^(?:[、；]|[，,]\s?\p{Script=Han}{1,3}$|[（(][^（）()]*[）)][、，；]\p{Script=Han}{1,3}$)/u;

function isHidden(before: string, inner: string, after: string, marks: readonly string[]): boolean {
  // 138****5678, 5*8*10: between letters and digits nobody emphasises.
  if (/[A-Za-z\d]/.test(before) && /[A-Za-z\d]/.test(after) && /\d/.test(before + after))
    return true;
  const twice = marks.filter((mark) => mark === "**").length > 1;
  if (twice && /[\p{L}\p{N}]/u.test(before)) return true;
  return /\p{Script=Han}/u.test(before) && hiddenName.test(inner);
}
