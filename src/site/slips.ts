import { dateText, type SiteDate } from "../content/date.ts";
import type { YamlSource } from "../content/yaml.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** What of an article or standing page is looked at for slips. */
interface Looked {
  /** Path in the content folder. */
  file: string;
  source: YamlSource;
  fields: {
    date?: SiteDate;
    updated?: SiteDate | undefined;
    expires?: SiteDate | undefined;
    draft?: boolean | undefined;
    withdrawn?: string | undefined;
  };
  body: { text: string; line: number };
}

type Report = (problem: Problem) => void;

/** Reports what is written by the rules but hardly meant. */
export function reportSlips(looked: Looked, report: Report): void {
  reportDates(looked, report);
  reportTags(looked, report);
  const { file, fields, body } = looked;
  if (body.text.trim() !== "" || fields.draft || fields.withdrawn) return;
  report(problem("body-empty", { file, line: body.line, column: 1 }, {}));
}

function reportDates({ file, source, fields }: Looked, report: Report): void {
  const { date, updated, expires } = fields;
  if (!date) return;
  const early = (key: string, value: SiteDate) => {
    const place = { file, ...source.positionOf([key]) };
    report(problem("date-order", place, { key, value: dateText(value), date: dateText(date) }));
  };
  if (updated && updated.day < date.day) early("updated", updated);
  if (expires && expires.instant <= date.instant) early("expires", expires);
}

const separator = /[,，、;；]/;

/** `tags: 甲,乙` is one tag to YAML. */
function reportTags({ file, source }: Looked, report: Report): void {
  const written = source.value["tags"] ?? [];
  const list = Array.isArray(written) ? written : [written];
  for (const [index, tag] of list.entries()) {
    if (typeof tag !== "string" || !separator.test(tag)) continue;
    const path = Array.isArray(written) ? ["tags", index] : ["tags"];
    const bare = tag.trim().replace(/^[【［〔「（(](.*)[】］〕」）)]$/, "$1");
    const tags = bare.split(separator).map((one) => one.trim());
    const suggestion = `[${tags.filter(Boolean).join(", ")}]`;
    const place = { file, ...source.positionOf(path) };
    report(problem("tag-separator", place, { value: tag, suggestion }));
  }
}
