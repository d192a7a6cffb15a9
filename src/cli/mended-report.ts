import { styleText } from "node:util";
import type { MendedFile } from "../mending/mend.ts";
import type { Catalogue } from "../messages/index.ts";
import { annotation } from "../problems/github.ts";
import { printable } from "../problems/invisible.ts";
import { pathOf } from "../problems/report.ts";

/** No annotation shows more lines of a change; GitHub takes 64 KiB. */
const maxAnnotated = 50;

/** The mended files with what was changed in them, for people; colours only where `colour` says so. */
export function formatMended(
  mended: readonly MendedFile[],
  folder: string,
  texts: Catalogue,
  colour: boolean,
): string {
  const style = (format: "bold" | "red" | "green", text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const styleChange = (line: string) =>
    line.startsWith("-") ? style("red", line) : line.startsWith("+") ? style("green", line) : line;
  const files = mended.map((one) => {
    const body = changesOf(one, texts).map((line) => `  ${styleChange(line)}`);
    return [style("bold", printable(pathOf(one, folder))), ...body].join("\n");
  });
  return `${texts.commands.check.mended({ count: mended.length })}\n\n${files.join("\n\n")}\n`;
}

/** A notice for each mended file at the first line that was changed, for GitHub Actions. */
export function mendedForGithub(
  mended: readonly MendedFile[],
  folder: string,
  texts: Catalogue,
): string {
  return mended
    .map((one) => {
      const changes = changesOf(one, texts);
      const shown = changes.slice(0, maxAnnotated);
      const more = changes.length > shown.length ? ["…"] : [];
      const message = [texts.commands.check.mendedFile, ...shown, ...more].join("\n");
      const place = { file: pathOf(one, folder), line: one.line, column: 1 };
      return annotation("notice", place, "--fix", message);
    })
    .join("");
}

/** What was changed in a file, line by line, with nothing in it that would steer a terminal. */
function changesOf({ diff, from }: MendedFile, { commands }: Catalogue): string[] {
  const encoding = from ? [commands.check.recoded({ from })] : [];
  const lines = diff === "" ? [] : diff.replace(/\r?\n$/, "").split(/\r?\n/);
  return [...encoding, ...lines.map(printable)];
}
