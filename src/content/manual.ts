import * as z from "zod";
import { type Catalogue, catalogue, type Language } from "../messages/index.ts";
import { defaultTimeZone } from "./date.ts";
import { articleFields, innerObject, manualOf, siteFields, standingPageFields } from "./schema.ts";

/**
 * The reference of the front matter and of site.yaml as Markdown, from the schemas themselves:
 * docs/front-matter.md and docs/front-matter.zh-CN.md are this text.
 */
export function referenceManual(language: Language): string {
  const texts = catalogue(language).manual;
  return [
    `# ${texts.title}`,
    texts.intro,
    `## ${texts.article}`,
    texts.articleIntro,
    tableOf(articleFields(defaultTimeZone).schema(), language, texts),
    `## ${texts.standingPage}`,
    texts.standingPageIntro,
    tableOf(standingPageFields(defaultTimeZone).schema(), language, texts),
    "## site.yaml",
    texts.siteIntro,
    tableOf(siteFields.schema(), language, texts),
  ].join("\n\n");
}

function tableOf(schema: z.ZodObject, language: Language, texts: Catalogue["manual"]): string {
  const rows = rowsOf(schema, "", language, texts);
  const { field, required, meaning, example } = texts.columns;
  const head = [
    `| ${field} | ${required} | ${meaning} | ${example} |`,
    "| --- | --- | --- | --- |",
  ];
  return [...head, ...rows].join("\n");
}

/** A row for each field, and below it one for each field that it holds. */
function rowsOf(
  schema: z.ZodObject,
  prefix: string,
  language: Language,
  texts: Catalogue["manual"],
): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const manual = manualOf(field);
    if (!manual) throw new Error(`the field ${prefix}${name} has no manual`);
    const meaning = language === "en" ? manual.en : manual.zh;
    const required = isRequired(field) ? texts.yes : "";
    const example = `\`${prefix ? "" : `${name}: `}${manual.example}\``;
    const inner = innerObject(field);
    const more = inner ? rowsOf(inner, `${prefix}${name}.`, language, texts) : [];
    return [`| \`${prefix}${name}\` | ${required} | ${meaning} | ${example} |`, ...more];
  });
}

function isRequired(field: z.ZodType): boolean {
  return !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);
}
