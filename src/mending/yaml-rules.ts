import { chineseNames } from "../content/field-names.ts";
import type { Problem, ProblemCode } from "../problems/problem.ts";
import type { Change } from "./change.ts";
import { type Front, fieldOf, yamlValue } from "./front.ts";

/**
 * How the line of a problem, or it and others, is written right: gives the new lines, or none where
 * more than one meaning is possible.
 */
export type Rule = (found: Problem, front: Front) => readonly Change[];

/** A rule that looks at the line of the problem alone. */
function lineRule(rule: (line: string, found: Problem) => string | undefined): Rule {
  return (found, { lines }) => {
    const index = found.line - 1;
    const line = lines[index];
    const text = line === undefined ? undefined : rule(line, found);
    return text === undefined ? [] : [{ index, text }];
  };
}

const keyStart = /^["']?[\p{L}_-]+["']?\s*[：﹕:]\s*/u;

/** Does a quote or a bracket that was opened above go on in this line? Then a colon in it is text. */
function isInside({ lines, starts }: Front, index: number): boolean {
  const start = starts[index - 1] ?? -1;
  if (start === -1) return false;
  const [first = "", ...rest] = lines.slice(start, index);
  return yamlValue([first.replace(keyStart, "x: "), ...rest]) === undefined;
}

/** `title：x`, `title :x` and `title:x`; only names that are known, so that no sentence is taken for one. */
const colon: Rule = (found, front) => {
  const index = found.line - 1;
  const [, before = "", name = "", gap = "", value = ""] =
    /^(\s*(?:- )?)([\p{L}_-]+)\s*[：﹕:](\s*)(.*)$/u.exec(front.lines[index] ?? "") ?? [];
  if (fieldOf(name) === undefined || isInside(front, index)) return [];
  // To YAML only these are spaces; those of a Chinese keyboard would become part of the value.
  const space = /^[ \t]+$/.test(gap) || value === "" ? gap : " ";
  return [{ index, text: `${before}${name}:${space}${value}` }];
};

const date = lineRule((line, { column, params }) => {
  const { value, suggestion } = params as { value: string; suggestion?: string };
  const at = line.indexOf(value, column - 1);
  if (!suggestion || at === -1) return undefined;
  return line.slice(0, at) + suggestion + line.slice(at + value.length);
});

/** Only names that can mean one field, never one that is merely spelt alike. */
const fieldName: Rule = ({ line, params }, { lines, counts }) => {
  const { key, known } = params as { key: string; known: readonly string[] };
  const meant = Object.hasOwn(chineseNames, key) ? chineseNames[key] : undefined;
  const text = lines[line - 1];
  if (!meant || !known.includes(meant) || counts.get(meant) !== 1) return [];
  if (!text?.startsWith(`${key}:`)) return [];
  return [{ index: line - 1, text: meant + text.slice(key.length) }];
};

const yesNo = lineRule((line, { column, params }) => {
  const value = String(params["value"]);
  const meant = /^(?:是|yes|true)$/i.test(value)
    ? "true"
    : /^(?:否|no|false)$/i.test(value)
      ? "false"
      : undefined;
  const rest = line.slice(column - 1);
  if (!meant || rest.trimEnd() !== value) return undefined;
  return line.slice(0, column - 1) + meant + rest.slice(value.length);
});

/** How wide a tab is meant to be, in spaces; the first is what is written. */
const widths = [2, 4, 8];

/** The ways in which an indent may be meant that has tabs; the first is what is written. */
const indents: readonly ((indent: string) => string)[] = [
  ...widths.map((width) => (indent: string) => indent.replaceAll("\t", " ".repeat(width))),
  ...widths.map((width) => (indent: string) => {
    let columns = 0;
    for (const sign of indent) columns += sign === "\t" ? width - (columns % width) : 1;
    return " ".repeat(columns);
  }),
  // A tab beside spaces may be there by mistake.
  (indent) => indent.replaceAll("\t", indent.includes(" ") ? "" : "  "),
];

/** The tabs of all that belongs to a name, where it says the same however wide they are. */
const tabs: Rule = ({ line }, { lines, starts, untabbed }) => {
  const start = starts[line - 1] ?? -1;
  if (untabbed.has(start)) return [];
  untabbed.add(start);
  let first = line - 1;
  while (first > 0 && starts[first - 1] === start && lines[first - 1] !== "---") first--;
  let end = line;
  while (end < lines.length && starts[end] === start) end++;
  const block = lines.slice(first, end);
  const ways = indents.map((way) => block.map((text) => text.replace(/^[ \t]+/, way)));
  const [written = [], ...others] = ways;
  const value = yamlValue(written);
  if (value === undefined) return [];
  const isSame = others.map(yamlValue).every((other) => other === undefined || other === value);
  return isSame ? written.map((text, at) => ({ index: first + at, text })) : [];
};

/** The rules for what may be wrong in YAML. */
export const yamlRules: Partial<Record<ProblemCode, Rule>> = {
  "yaml-colon": colon,
  "date-format": date,
  "field-unknown": fieldName,
  "field-yes-no": yesNo,
  "yaml-tab": tabs,
};
