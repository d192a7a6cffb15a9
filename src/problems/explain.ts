import { type Catalogue, catalogue, type Language } from "../messages/index.ts";
import { type Example, examples } from "./examples.ts";
import { explanations } from "./explanations/index.ts";
import { type Group, groupOf } from "./groups.ts";
import { fixedLevel, levelOf, problemCodes } from "./levels.ts";
import { explain, type ProblemCode } from "./problem.ts";
import { wrap } from "./wrap.ts";

/** How wide a page is in a terminal, in columns. */
const columns = 76;

/** What to read of one code of problem: plain text for a terminal, without a line break at its end. */
export function explainCode(code: ProblemCode, language: Language): string {
  const texts = catalogue(language);
  const { heading } = texts.explain;
  const level = texts.commands.levels[levelOf(code)];
  const paragraph = (text: string) => wrap(text.replaceAll("`", ""), columns);
  return [
    paragraph(heading({ code, level, message: gist(code, texts) })),
    paragraph(levelChange(code, texts)),
    paragraph(explanations[language][code]),
    ...sides(code, language).flatMap(({ label, text, isWords }) => [
      label,
      indent(isWords ? wrap(text, columns - 4) : text),
    ]),
    ...unseenNote(code, texts).map(paragraph),
  ].join("\n\n");
}

/**
 * The reference of all problems as Markdown, without a line break at its end: docs/problems.md and
 * docs/problems.zh-CN.md are this text.
 */
export function problemReference(language: Language): string {
  const texts = catalogue(language);
  const { title, intro, contents } = texts.explain;
  const listed = groups(texts);
  return [
    `# ${title}`,
    intro,
    `## ${contents}`,
    listed.map(({ name, codes }) => contentsOf(name, codes, texts)).join("\n"),
    ...listed.flatMap(({ codes }) => codes.map((code) => section(code, language))),
  ].join("\n\n");
}

/** The chapters in the order of the catalogue, and the codes in the order of the levels. */
function groups({ explain: { groups: names } }: Catalogue) {
  return (Object.keys(names) as Group[]).map((group) => ({
    name: names[group],
    codes: problemCodes.filter((code) => groupOf[code] === group),
  }));
}

function contentsOf(name: string, codes: readonly ProblemCode[], texts: Catalogue): string {
  const { colon, separator } = texts.explain;
  return `- ${name}${colon}${codes.map((code) => `[${code}](#${code})`).join(separator)}`;
}

function section(code: ProblemCode, language: Language): string {
  const texts = catalogue(language);
  const level = texts.explain.level({ level: texts.commands.levels[levelOf(code)] });
  return [
    `## ${code}`,
    escapeMarkdown(gist(code, texts)),
    `${level}${levelChange(code, texts)}`,
    explanations[language][code],
    ...sides(code, language).flatMap(({ label, text, fence }) => [
      label,
      `\`\`\`${fence}\n${text}\n\`\`\``,
    ]),
    ...unseenNote(code, texts),
  ].join("\n\n");
}

/** The languages of fenced blocks by what an example is of. */
const fences: Record<Example["of"], string> = {
  "front-matter": "yaml",
  body: "markdown",
  article: "markdown",
  site: "yaml",
  files: "text",
  words: "text",
};

/** The wrong and the right side of an example, with their labels. */
function sides(code: ProblemCode, language: Language) {
  const { wrong, right, kinds } = catalogue(language).explain;
  const example = examples[code];
  const isWords = example.of === "words";
  const textOf = (side: Example["wrong"]) => (typeof side === "string" ? side : side[language]);
  const kind = kinds[example.of];
  const common = { fence: fences[example.of], isWords };
  return [
    { label: wrong({ kind }), text: textOf(example.wrong), ...common },
    { label: right({ kind }), text: textOf(example.right), ...common },
  ];
}

/** Explains how an example shows a character that can't be seen, where it has one. */
function unseenNote(code: ProblemCode, { explain: { unseen } }: Catalogue): string[] {
  const shown = /<U\+[0-9A-F]+>/.exec(String(examples[code].wrong))?.[0];
  return shown === undefined ? [] : [unseen({ shown: `\`${shown}\`` })];
}

function levelChange(code: ProblemCode, { explain: { changeable, fixed } }: Catalogue): string {
  const reason = fixedLevel(code);
  return reason ? fixed[reason] : changeable[levelOf(code)];
}

const lists = { allowed: ["…"], known: ["…"], choices: ["…"] };

/** Where a message depends on more than words: its commonest form. */
const commonest: Partial<Record<ProblemCode, Record<string, unknown>>> = {
  "address-taken": { alias: false },
  "asset-type": { content: "known", remedy: "rename" },
  "email-format": { cause: "at" },
  "column-id": { taken: false },
  "field-long": { unit: "characters" },
  "field-text": { item: false },
  "field-list": { lines: "", right: "" },
  "field-map": { lines: ["…", "…"] },
  "field-unknown": { inside: "" },
  "file-name": { rule: "character", right: ["…"] },
  "front-matter-close": { written: "", line: "" },
  "front-matter-open": { cause: "other" },
  "image-pixels": { width: 16_000, height: 16_000, max: 60 },
  "link-leftover": { cause: "width" },
  "list-mark": { mark: "bullet" },
  "link-scheme": { name: "" },
  "link-missing": { refused: "" },
  "link-malformed": { cause: "" },
  "phone-format": { cause: "none" },
  "url-format": { cause: "scheme" },
  "yaml-colon": { name: "" },
};

/** What a problem of a code says, with “…” for all that it names. */
function gist(code: ProblemCode, texts: Catalogue): string {
  const given: Record<string, unknown> = { ...lists, ...commonest[code] };
  const params = new Proxy(given, { get: (known, name) => known[String(name)] ?? "…" });
  const place = { file: "", line: 1, column: 1, level: levelOf(code) };
  return explain({ ...place, code, params }, texts).message;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, "\\$&");
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
