import GithubSlugger, { slug } from "github-slugger";
import type { MarkdownIt, Token } from "markdown-it";
import { type Environment, environmentOf } from "./environment.ts";
import { shorten } from "./shorten.ts";

/** A heading of an article, as its outline lists it. */
export interface Heading {
  /** 2 to 6. */
  level: number;
  id: string;
  text: string;
}

// Ids that the page around the article uses.
const taken = ["main"];

/** Words that are their own slug, as nearly all headings are. */
const onlyHan = /^[\u4E00-\u9FFF]+$/;

/**
 * Gives each heading an id that keeps its Han characters and is unique on its page, collects the
 * outline, and reports first-level headings (the page has one already, the article's title), and
 * paragraphs that a line below them made a heading: that line is meant as a line.
 */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push("heading_ids", ({ tokens, env }) => {
    const environment = environmentOf(env);
    const slugger = new GithubSlugger();
    for (const id of taken) slugger.slug(id);
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.type !== "heading_open") continue;
      const text = plainText(tokens[index + 1]?.children ?? []);
      if (/^[=-]/.test(token.markup)) reportUnderline(token, text, environment);
      else if (token.tag === "h1") environment.report("heading-level", token.map, {});
      const name = onlyHan.test(text) ? text : slug(text.normalize("NFC")) || "section";
      const id = slugger.slug(name);
      token.attrSet("id", id);
      environment.outline.push({ level: Number(token.tag.slice(1)), id, text });
    }
  });
}

/** Would a heading of these words be what a link to them leads to? */
export function isHeadingText(fragment: string): boolean {
  return slug(fragment) === fragment && !taken.includes(fragment);
}

function reportUnderline({ map }: Token, text: string, { lines, report }: Environment): void {
  const [start, end] = map ?? [0, 1];
  const line = Math.max(start, end - 1);
  const mark = shorten(/[=-]+\s*$/.exec(lines[line] ?? "")?.[0].trim() ?? "");
  report("heading-underline", [line, end], { mark, text: shorten(text) });
}

/** What a reader sees of inline tokens, without markup. */
export function plainText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "text" || token.type === "code_inline") text += token.content;
    else if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
  }
  return text.trim();
}
