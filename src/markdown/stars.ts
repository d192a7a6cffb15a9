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
  markdown.core.ruler.before("text_join", "stars", ({ tokens, env }) => {
    const environment = environmentOf(env);
    let map: [number, number] | null = null;
    for (const token of tokens) {
      map = token.map ?? map;
      const { type, content, children } = token;
      if (type !== "inline" || !children || !/[*＊]/.test(content)) continue;
      const lost = lostStars(children);
      if (lost) {
        const right = shorten(lost.replaceAll("*", "\\*"));
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
    const wide = whole.includes("＊") && /^[^\s、，；。].*[^\s、，；]$/s.test(inner);
    const spaced = /^\s+\S/.test(inner);
    if (openerOnly || (!behindCharacter && (wide || spaced))) return whole;
    // The second pair of asterisks may be the first of the next.
    pair.lastIndex -= 2;
  }
  return undefined;
}

/** Emphasis of asterisks that can't be meant, as it was written. */
function lostStars(tokens: readonly Token[]): string | undefined {
  for (const [at, { type, content }] of tokens.entries()) {
    if (type !== "text" || content === "") continue;
    const opened = runOf(tokens, at, -1, /^(?:em|strong)_open$/);
    const closed = runOf(tokens, at, 1, /^(?:em|strong)_close$/);
    if (opened.marks.length === 0 || closed.marks.length === 0) continue;
    const before = Array.from(opened.text?.slice(-2) ?? "").at(-1) ?? "";
    const after = closed.text?.[0] ?? "";
    if (!isHidden(before, content, after, opened.marks)) continue;
    return `${before}${opened.marks.join("")}${content}${closed.marks.join("")}`;
  }
  return undefined;
}

/** The marks of asterisks right before or behind a text, and the text beyond them. */
function runOf(tokens: readonly Token[], from: number, step: 1 | -1, mark: RegExp) {
  const marks: string[] = [];
  for (let at = from + step; tokens[at]; at += step) {
    const { type, content, markup } = tokens[at] as Token;
    if (mark.test(type)) marks.push(markup);
    else if (type === "text" && content !== "") return { marks, text: content };
    else if (type !== "text") break;
  }
  return { marks };
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
