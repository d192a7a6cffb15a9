import matter from "gray-matter";
import { type Problem, problem } from "../problems/problem.ts";

/** The two parts of an article's text. */
export interface FrontMatter {
  /** The YAML, starting with the line break of line 1, so that its line numbers are the file's. */
  yaml: string;
  body: string;
  /** The line of the file on which the body starts, 1-based. */
  bodyLine: number;
}

const maxBytes = 16 * 1024;

/**
 * Splits a text into its front matter and its body.
 *
 * gray-matter runs JavaScript for a first line such as `---js`, also with that engine switched off,
 * and takes any line that starts with `---` for the end: so it is only called once both delimiters
 * are known to be exactly `---`, with options (else it caches) and with an engine that parses
 * nothing.
 */
export function splitFrontMatter(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): FrontMatter | undefined {
  if (!text.startsWith("---\n")) {
    const extra = /^---(.{1,40})/.exec(text)?.[1]?.trim();
    report(problem("front-matter-open", { file, line: 1, column: 1 }, extra ? { extra } : {}));
    return undefined;
  }
  const close = text.indexOf("\n---", 3);
  if (close === -1 || !/^---(?:\n|$)/.test(text.slice(close + 1, close + 5))) {
    const line = close === -1 ? 1 : lineAt(text, close + 1);
    report(problem("front-matter-close", { file, line, column: 1 }, { found: close !== -1 }));
    return undefined;
  }
  if (Buffer.byteLength(text.slice(0, close)) > maxBytes) {
    report(problem("front-matter-large", { file, line: 1, column: 1 }, { max: "16 KiB" }));
    return undefined;
  }
  let yaml = "";
  const capture = (source: string) => {
    yaml = source;
    return {};
  };
  const { content } = matter(text, { language: "yaml", engines: { yaml: { parse: capture } } });
  return { yaml, body: content, bodyLine: lineAt(text, text.length - content.length) };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
  }
  return line;
}
