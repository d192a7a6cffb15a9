import type { LeftOut, LegacyPage } from "../importer/parse.ts";
import type { Catalogue } from "../messages/index.ts";

const shownCharacters = 40;

/** What became of a page, for the editor: `path` on a line of its own, what was taken, what was not. */
export function formatReport(page: LegacyPage, path: string, texts: Catalogue): string {
  const { import: say } = texts.commands;
  const subheadings = page.body.filter(({ subheading }) => subheading);
  const paragraphs = page.body.length - subheadings.length;
  const field = (name: "title" | "date" | "source" | "author" | "editor") =>
    say[name]({ value: page[name] ?? say.absent });
  const lines = [
    ...(["title", "date", "source", "author", "editor"] as const).map(field),
    say.body({ paragraphs, subheadings: subheadings.length }),
    ...subheadings.map(({ text }) => `  ${text}`),
    ...page.leftOut.flatMap((group) => [
      leftOutLabel(group, texts),
      ...group.lines.map((line) => `  ${truncate(line)}`),
    ]),
  ];
  return `${path}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function leftOutLabel({ kind, lines }: LeftOut, { commands }: Catalogue): string {
  const say = {
    list: commands.import.leftOutList,
    above: commands.import.leftOutAbove,
    head: commands.import.leftOutHead,
    after: commands.import.leftOutAfter,
    footer: commands.import.leftOutFooter,
  } satisfies Record<LeftOut["kind"], unknown>;
  return say[kind]({ count: lines.length });
}

/** A line, cut to the length that a report shows. */
export function truncate(line: string): string {
  const characters = Array.from(line);
  if (characters.length <= shownCharacters) return line;
  return `${characters.slice(0, shownCharacters).join("")}…`;
}
