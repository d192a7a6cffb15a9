import type { MarkdownIt, Token } from "markdown-it";
import { extensionOf, shownTypes } from "../content/address.ts";
import type { LeftoverCause } from "../messages/zh-Hans.ts";
import type { ProblemParams } from "../problems/problem.ts";
import { environmentOf } from "./environment.ts";
import { plainText } from "./headings.ts";
import { shorten } from "./shorten.ts";

// What an editor writes who means a link, an image or the mark of a footnote.
const attempt =
  /!?\[[^[\]]*\]\s?[(（][^)）]*[)）]?|[!！]\s?\[[^[\]]*\]|[[【［]\s?[\^＾][^[\]【】［］]*[\]】］]/;

// Most paragraphs have none, nor an address whose text is decoded, and are not looked at any further.
const anyBracket = /[[【［%]|[xX][nN]--/;

/**
 * Reports links, images and footnote marks that Markdown did not recognise: a visitor would see
 * their source. Signs with a backslash before them are meant to be seen.
 */
export function leftovers(markdown: MarkdownIt): void {
  // Before texts are joined, a character with a backslash is still a token of its own.
  markdown.core.ruler.before("text_join", "leftovers", ({ src, tokens, env }) => {
    if (!anyBracket.test(src) && !src.includes("！")) return;
    const { report } = environmentOf(env);
    let map: [number, number] | null = null;
    for (const token of tokens) {
      map = token.map ?? map;
      const { type, content, children } = token;
      if (type !== "inline" || !children) continue;
      for (const text of anyBracket.test(content) ? plainTexts(children) : []) {
        const found = attempt.exec(text);
        if (!found) continue;
        // At the start of a line it is the note itself, whose colon may be a Chinese one.
        const isNote = found.index === 0 && text[found[0].length] === "：";
        report("link-leftover", map, causeOf(`${found[0]}${isNote ? "：" : ""}`));
      }
      for (const written of content.includes("！") ? linkedImages(children) : []) {
        report("link-leftover", map, causeOf(written));
      }
    }
  });
}

const halfWidth: Record<string, string> = { "（": "(", "）": ")", "“": '"', "”": '"' };

/** What most likely kept a text from being what it is meant as, and how it is written right. */
function causeOf(text: string): ProblemParams<"link-leftover"> {
  const [, note, end] = /^[[【［]\s?[\^＾]\s?(.*)[\]】］](：?)$/s.exec(text) ?? [];
  if (note !== undefined) {
    const right = `[^${note}]`;
    return {
      text,
      cause: right === text ? "note" : "note-width",
      right: end ? `${right}:` : right,
      ...escapeOf(text),
    };
  }
  const [, mark = "", label = "", gap = "", rest = ""] =
    /^([!！]?\s?)(\[[^\]]*\])(\s?)(.*)$/s.exec(text) ?? [];
  const target = rest.replace(/[（）“”]/g, (sign) => halfWidth[sign] ?? sign);
  const right = `${mark === "" ? "" : "!"}${label}${target}`;
  if (/^\([^)"]*[^\s)"]\s+[^\s)"]/.test(target)) {
    return { text, ...withoutSpaces(mark === "" ? label : `!${label}`, target), ...escapeOf(text) };
  }
  const cause = (): LeftoverCause => {
    if (!/^\([^)]+\)$/.test(target)) return "other";
    return target !== rest || mark.startsWith("！") ? "width" : gap ? "gap" : "other";
  };
  return { text, cause: cause(), right, ...escapeOf(text) };
}

/** A link or an image whose file has a space in its name, with the names of the file as it should be. */
function withoutSpaces(start: string, target: string) {
  const inner = target.replace(/^\(|\)$/g, "");
  const quote = inner.includes('"') ? inner.indexOf('"') : inner.length;
  const file = inner.slice(0, quote).trim();
  const name = file.replace(/\s+/g, "");
  const right = `${start}(${`${name} ${inner.slice(quote)}`.trim()})`;
  return { cause: "space" as const, right, file, name };
}

/** A text with a backslash in it, so that it is shown; a full-width bracket needs none. */
function escapeOf(text: string): { escaped?: string } {
  const sign = text.includes("[") ? "[" : "^";
  if (!text.includes(sign)) return {};
  const short = text.replace(/([(（])[^)）]*/, "$1…");
  return { escaped: shorten(short.replace(sign, `\\${sign}`)) };
}

/** Images whose exclamation mark is a Chinese one, `！[图](a.png)`: they have become links. */
function linkedImages(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    const link = tokens[at + 1];
    if (token.type !== "text" || link?.type !== "link_open" || !token.content.endsWith("！"))
      return [];
    const href = String(link.attrGet("href") ?? "");
    if (!shownTypes.includes(extensionOf(href))) return [];
    let end = at + 2;
    while (tokens[end] && tokens[end]?.type !== "link_close") end++;
    return [`！[${plainText(tokens.slice(at + 2, end))}](${href})`];
  });
}

/** Runs of plain text between other tokens, before texts are joined. */
export function plainTexts(tokens: readonly Token[]): string[] {
  const texts = [""];
  for (const { type, content } of tokens) {
    if (type === "text") texts.push((texts.pop() ?? "") + content);
    else texts.push("");
  }
  return texts;
}
