import { defaultTimeZone } from "../content/date.ts";
import { chineseNames, fieldNames } from "../content/field-names.ts";
import { articleSchema, siteSchema } from "../content/schema.ts";
import { hidden } from "../problems/invisible.ts";
import type { Problem, ProblemCode } from "../problems/problem.ts";

/** A line of a file, 1-based, and what it should say. */
export interface Mended {
  line: number;
  text: string;
}

/**
 * How a line with a problem is written right: gives the new line, or nothing where more than one
 * meaning is possible. `lines` are all lines of the file, without their ends.
 */
type Rule = (line: string, found: Problem, lines: readonly string[]) => string | undefined;

const fields = new Set([...fieldNames(articleSchema(defaultTimeZone)), ...fieldNames(siteSchema)]);

/** What an input method, or Word, makes of three hyphens. */
const delimiter = /^\s*(?:[-－﹣–—―−─]{3,}|—{2}|－{2}-?)\s*$/;

/** `title：x`, `title :x` and `title:x`; only names that are known, so that no sentence is taken for one. */
const colon: Rule = (line) => {
  const [, indent = "", name = "", rest = ""] =
    /^(\s*(?:- )?)([\p{L}_-]+)\s*[：﹕:]\s*(.*)$/u.exec(line) ?? [];
  return fields.has(name) || Object.hasOwn(chineseNames, name)
    ? `${indent}${name}: ${rest}`.trimEnd()
    : undefined;
};

const date: Rule = (line, { column, params }) => {
  const { value, suggestion } = params as { value: string; suggestion?: string };
  const at = line.indexOf(value, column - 1);
  if (!suggestion || at === -1) return undefined;
  return line.slice(0, at) + suggestion + line.slice(at + value.length);
};

/** Only names that can mean one field, never one that is merely spelt alike. */
const fieldName: Rule = (line, { params }, lines) => {
  const written = String(params["key"]);
  const meant = Object.hasOwn(chineseNames, written) ? chineseNames[written] : undefined;
  if (!meant || !line.startsWith(`${written}:`)) return undefined;
  if (lines.some((other) => new RegExp(`^["']?${meant}["']?\\s*[:：]`).test(other)))
    return undefined;
  return meant + line.slice(written.length);
};

const yesNo: Rule = (line, { column, params }) => {
  const value = String(params["value"]);
  const meant = /^(?:是|yes|true)$/i.test(value)
    ? "true"
    : /^(?:否|no|false)$/i.test(value)
      ? "false"
      : undefined;
  const rest = line.slice(column - 1);
  return meant && rest.trimEnd() === value ? line.slice(0, column - 1) + meant : undefined;
};

/** Two to six marks are a subheading; a single one could be a title or a topic. */
const heading: Rule = (line) => {
  const [, indent = "", marks = "", text = ""] = /^( {0,3})([#＃]{2,6})(.*)$/.exec(line) ?? [];
  return marks === "" ? undefined : `${indent}${"#".repeat(marks.length)} ${text.trimStart()}`;
};

const tabs: Rule = (line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll("\t", "  "));

const delimiterLine: Rule = (line) => (delimiter.test(line) ? "---" : undefined);

/** The line that was meant to end the front matter, where only fields stand above it. */
function findClose(lines: readonly string[]): number | undefined {
  const isField = (line: string) => /^(?:\s.*|- .*|["']?[\p{L}_-]+["']?\s*[:：].*|)$/u.test(line);
  const end = lines.findIndex((line, index) => index > 0 && !isField(line));
  return delimiter.test(lines[end] ?? "") ? end + 1 : undefined;
}

const unseen = new RegExp(hidden.source, "gu");

const rules: Partial<Record<ProblemCode, Rule>> = {
  "yaml-colon": colon,
  "date-format": date,
  "field-unknown": fieldName,
  "field-yes-no": yesNo,
  "heading-space": heading,
  "yaml-tab": tabs,
  "front-matter-open": delimiterLine,
  "front-matter-close": delimiterLine,
  "invisible-character": (line) => line.replace(unseen, ""),
};

/** The line of a problem as it should be, or nothing where that can't be told for sure. */
export function mendLine(found: Problem, lines: readonly string[]): Mended | undefined {
  const { code, params } = found;
  const unclosed = code === "front-matter-close" && params["found"] === false;
  const line = unclosed ? findClose(lines) : found.line;
  const before = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || before === undefined) return undefined;
  const text = rules[code]?.(before, found, lines);
  return text === undefined || text === before ? undefined : { line, text };
}
