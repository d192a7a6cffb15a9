import MarkdownIt, { type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import type { Catalogue } from "../messages/index.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { bareLinks } from "./bare-links.ts";
import { entities } from "./entities.ts";
import type { Environment } from "./environment.ts";
import { figures } from "./figures.ts";
import { footnotes } from "./footnotes.ts";
import { type Heading, headings, plainText } from "./headings.ts";
import { htmlTags } from "./html-tags.ts";
import { indents } from "./indents.ts";
import { leftovers } from "./leftovers.ts";
import { lineBreaks } from "./line-breaks.ts";
import { lineMarks } from "./line-marks.ts";
import { type Link, links } from "./links.ts";
import { listNumbers } from "./lists.ts";
import { nesting } from "./nesting.ts";
import { quickTokens } from "./quick-tokens.ts";
import { unusedReferences } from "./references.ts";
import { stars } from "./stars.ts";
import { tables } from "./tables.ts";

/** An article's body as HTML, and what the rest of the system needs to know of it. Plain data. */
export interface Rendered {
  html: string;
  outline: Heading[];
  /** The start of the first paragraph as plain text, at most 120 characters. */
  excerpt: string;
  links: Link[];
}

/**
 * Renders the body of the article at `file`, which starts at `line` of it, and reports what is wrong
 * in it.
 */
export type RenderMarkdown = (
  source: string,
  from: { file: string; line: number },
  report: (problem: Problem) => void,
) => Rendered;

/**
 * Makes the renderer for a language. What it gives depends on its arguments alone: whether links
 * lead anywhere is checked later, against the whole site. Raw HTML in the source is shown as text.
 */
export function createMarkdown(texts: Catalogue["page"]): RenderMarkdown {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  // What is decoded has no line ends but `\n`, and no NUL.
  markdown.disable("normalize");
  bareLinks(markdown);
  indents(markdown);
  markdown.use(cjkFriendly);
  quickTokens(markdown);
  footnotes(markdown, texts);
  tables(markdown, texts.table);
  nesting(markdown);
  listNumbers(markdown);
  unusedReferences(markdown);
  leftovers(markdown);
  lineMarks(markdown);
  stars(markdown);
  htmlTags(markdown);
  links(markdown);
  lineBreaks(markdown);
  headings(markdown);
  figures(markdown);
  entities(markdown);
  // markdown-it lines its rules up when it first needs them. Interrupted at that, by a limit of time,
  // it would go on without some of them: so they are lined up here.
  const { core, block, inline } = markdown;
  for (const ruler of [core.ruler, block.ruler, inline.ruler, inline.ruler2]) ruler.getRules("");

  return (source, { file, line }, report) => {
    let lines: string[] | undefined;
    const env: Environment = {
      file,
      // Most articles have nothing for which a line is looked up.
      get lines() {
        lines ??= source.split("\n");
        return lines;
      },
      firstLine: line,
      outline: [],
      links: [],
      report: (code, at, params) => {
        const position =
          at && "line" in at ? at : { line: line + ((at as number[] | null)?.[0] ?? 0), column: 1 };
        report(problem(code, { file, ...position }, params));
      },
    };
    const tokens = markdown.parse(source, env);
    const html = markdown.renderer.render(tokens, markdown.options, env);
    return { html, outline: env.outline, excerpt: excerptOf(tokens), links: env.links };
  };
}

const excerptLength = 120;

/** What there is room for beside the `…` where the text is longer; characters, not code units. */
const excerptStart = new RegExp(`^.{${excerptLength - 1}}(?=..)`, "su");

function excerptOf(tokens: readonly Token[]): string {
  const start = tokens.findIndex(({ type }) => type === "paragraph_open");
  const text = plainText(tokens[start + 1]?.children ?? []);
  const cut = excerptStart.exec(text)?.[0];
  return cut === undefined ? text : `${cut}…`;
}
