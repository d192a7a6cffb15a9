import { type Problem, type ProblemParams, problem } from "../problems/problem.ts";
import { chineseNames, type FieldShape, fieldShapes } from "./field-names.ts";

/** A longer value, in UTF-16 units, is not repeated in a hint. */
const maxShown = 60;

/** A name with a full-width colon, with a space before its colon or with none after it. */
const wrongColon = /^(\s*(?:- +)?)([\p{L}_][\p{L}_-]*)(?:\s*[：﹕]|\s+:|:(?![ \t]|$))/u;

/** An item of a list without a space after its hyphen, or with another sign for it. */
const wrongItem = /^(\s*)(-(?![ \t-]|$)|[－﹣–—−·•・●]+)\s*(\S.*)$/u;

const openField = /^(\s*)(?:- +)?([\p{L}_-]+):\s*$/u;

/**
 * Reports what YAML would take for text where an editor meant something else: names with a wrong
 * colon, and items of a list with a wrong hyphen. Further in they are only looked for below a field
 * that holds others or a list, so that no line of a text is taken for one.
 */
export function reportLines(
  file: string,
  source: string,
  report: (problem: Problem) => void,
): boolean {
  let found = false;
  const tell = (one: Problem) => {
    found = true;
    report(one);
  };
  const open: { indent: number; shape: FieldShape | undefined }[] = [];
  for (const [index, text] of source.split("\n").entries()) {
    if (!/^\s*[^\s#]/.test(text)) continue;
    const indent = text.length - text.trimStart().length;
    const item = wrongItem.exec(text);
    const isItem = item !== null || /^\s*-(?:\s|$)/.test(text);
    while (open.length > 0 && isOver(open.at(-1), indent, isItem)) open.pop();
    const shape = open.at(-1)?.shape;
    const line = index + 1;
    const [, start = "", name = ""] = wrongColon.exec(text) ?? [];
    if (name && (start === "" || shape?.names.includes(name))) {
      const place = { file, line, column: start.length + name.length + 1 };
      tell(problem("yaml-colon", place, colonOf(name, text)));
    } else if (item && shape?.list) {
      const [, , sign = "", rest = ""] = item;
      const right = rest.length > maxShown ? {} : { right: `- ${rest.trim()}` };
      const place = { file, line, column: indent + 1 };
      tell(problem("yaml-syntax", place, { cause: "item", character: sign, ...right }));
    }
    const [, , field] = openField.exec(text) ?? [];
    if (field) open.push({ indent, shape: fieldShapes().get(field) });
  }
  return found;
}

/** Does a line stand outside of an open field? The items of a list may start where its name does. */
function isOver(
  field: { indent: number; shape: FieldShape | undefined } | undefined,
  indent: number,
  isItem: boolean,
): boolean {
  if (!field || indent !== field.indent) return field === undefined || indent < field.indent;
  return !(isItem && field.shape?.list);
}

/** The name before a wrong colon, and how the line should be: a Chinese name is no field. */
export function colonOf(key: string, line: string): ProblemParams<"yaml-colon"> {
  const value = line
    .slice(line.indexOf(key) + key.length)
    .replace(/^\s*[：﹕:]\s*/, "")
    .trim();
  const shown = value.length > maxShown ? "…" : value;
  const name = chineseNames[key];
  return { key, ...(name && { name }), right: `${name ?? key}: ${shown}`.trimEnd() };
}
