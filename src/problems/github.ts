import type { Catalogue } from "../messages/index.ts";
import { printable } from "./invisible.ts";
import type { Level } from "./levels.ts";
import { explain, type Place, type Problem } from "./problem.ts";
import { pathOf } from "./report.ts";

/**
 * Problems as workflow commands of GitHub Actions, one a line, which become annotations at the lines
 * of a pull request. The content folder must be written from the top of the repository.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatForGithub(
  problems: readonly Problem[],
  folder: string,
  texts: Catalogue,
): string {
  return problems
    .map((found) => {
      const { line, column, level, code } = found;
      const { message, hint, lines = [] } = explain(found, texts);
      const text = [message, `${texts.commands.hintLabel}${hint}`, ...lines].join("\n");
      return annotation(level, { file: pathOf(found, folder), line, column }, code, text);
    })
    .join("");
}

/** A workflow command that becomes an annotation at a place; `file` from the top of the repository. */
export function annotation(
  level: Level | "notice",
  { file, line, column }: Place,
  title: string,
  message: string,
): string {
  const lines = message.split("\n").map(printable);
  const place = `file=${property(printable(file))},line=${line},col=${column},title=${property(title)}`;
  return `::${level} ${place}::${data(lines.join("\n"))}\n`;
}

/** The escapes of @actions/core, `escapeData`. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** The escapes of @actions/core, `escapeProperty`. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
