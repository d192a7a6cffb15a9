import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from "yaml";
import { codePointOf, turning } from "../problems/invisible.ts";
import { type Position, type Problem, problem } from "../problems/problem.ts";
import { forbiddenCharacter } from "./decode.ts";
import { causesIn, wideSpaceCause } from "./yaml-cause.ts";

/** What a YAML text says: maps, lists and texts only, every value as it was written. */
export type YamlValue = string | YamlValue[] | { [key: string]: YamlValue };

/** A parsed YAML text whose values know where they stand. */
export interface YamlSource {
  value: { [key: string]: YamlValue };
  /**
   * Where the value at a path stands, or with `key` its key; where there is none, its nearest
   * ancestor.
   */
  positionOf(path: readonly PropertyKey[], part?: "key" | "value"): Position;
}

const maxDepth = 5;

/**
 * Parses YAML 1.2 under its failsafe schema: every scalar stays the text that was written, so that
 * `no`, `1.10`, `0751` and `2017-07-07` are never turned into something else. Aliases, anchors and
 * tags are problems: they are how small files become large or strange values.
 */
export function parseYaml(
  file: string,
  source: string,
  report: (problem: Problem) => void,
): YamlSource | undefined {
  if (reportColons(file, source, report)) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    schema: "failsafe",
    version: "1.2",
    merge: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    reportSyntax(file, source, document.errors, at, report);
    return undefined;
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) {
    report(problem("yaml-not-map", { file, ...at(startOf(root)) }, {}));
    return undefined;
  }
  const value = root ? toValue(root, 1, { file, source, at, report }) : Object.create(null);
  if (value === undefined) return undefined;
  return {
    value: value as YamlSource["value"],
    positionOf: (path, part = "value") => find(document, path, part, at),
  };
}

/** Key lines with a full-width colon, or with no space after the colon: both would be lost text. */
function reportColons(file: string, source: string, report: (problem: Problem) => void): boolean {
  let found = false;
  for (const [index, line] of source.split("\n").entries()) {
    const wrong = /^([\p{L}_-]+)(?:\s*[：﹕]|\s+:|:(?![ \t]|$))/u.exec(line);
    if (!wrong?.[1]) continue;
    const place = { file, line: index + 1, column: wrong[1].length + 1 };
    report(problem("yaml-colon", place, { key: wrong[1] }));
    found = true;
  }
  return found;
}

function reportSyntax(
  file: string,
  source: string,
  errors: readonly YAMLError[],
  at: (offset: number) => Position,
  report: (problem: Problem) => void,
): void {
  const lines = source.split("\n");
  const causeOf = causesIn(lines);
  const told = new Set<number>();
  for (const error of errors) {
    const { code, pos } = error;
    // After an empty value the parser's offset is still on that line: the key is what comes next.
    const start = pos[0] + (code === "DUPLICATE_KEY" ? source.slice(pos[0]).search(/\S/) : 0);
    const place = { file, ...at(start) };
    const text = lines[place.line - 1] ?? "";
    const fullWidth = /^\s*(?:- )?([\p{L}_-]+)\s*：/u.exec(text);
    // One mistake makes the parser stumble several times: the first on each line is the one to mend,
    // and once it is out of step every later line seems wrong to it.
    if (told.has(place.line) || (told.size > 0 && /in YAML stream/.test(error.message))) continue;
    told.add(place.line);
    if (code === "DUPLICATE_KEY") {
      const key = /^[^\s:]*/.exec(source.slice(start))?.[0] ?? "";
      report(problem("yaml-duplicate-key", place, { key }));
    } else if (code === "TAB_AS_INDENT" || /^ *\t/.test(text)) {
      report(problem("yaml-tab", place, {}));
    } else if (fullWidth?.[1]) {
      report(problem("yaml-colon", place, { key: fullWidth[1] }));
    } else if (code === "TAG_RESOLVE_FAILED") {
      report(problem("yaml-tag", place, {}));
    } else {
      const { cause, ...position } = causeOf(error, place) ?? { ...place, cause: {} };
      if (position.line !== place.line && told.has(position.line)) continue;
      told.add(position.line);
      report(problem("yaml-syntax", { file, ...position }, cause));
    }
  }
}

/** What turning nodes into values needs to know of their text. */
interface Context {
  file: string;
  source: string;
  at: (offset: number) => Position;
  report: (problem: Problem) => void;
}

/** A node as plain data in objects without prototype, or undefined after reporting why not. */
function toValue(node: unknown, depth: number, context: Context): YamlValue | undefined {
  if (node === null || node === undefined) return "";
  const { file, at, report } = context;
  const place = { file, ...at(startOf(node as Node)) };
  const child = (value: unknown) => toValue(value, depth + 1, context);
  if (isAlias(node) || (node as { anchor?: string }).anchor) {
    report(problem("yaml-alias", place, {}));
    return undefined;
  }
  if ((node as Node).tag) {
    report(problem("yaml-tag", place, {}));
    return undefined;
  }
  if (isScalar(node)) {
    // YAML takes ` #` for the start of a remark: whoever wrote it as part of a title would lose it.
    if (node.comment) {
      report(problem("yaml-comment", place, {}));
    }
    const text = typeof node.value === "string" ? node.value : "";
    const escaped = escapedCharacter(text, context.source.slice(...(node.range ?? [])));
    if (!escaped) return text;
    report(problem(escaped.code, place, { codePoint: escaped.codePoint }));
    return undefined;
  }
  if (depth > maxDepth) {
    report(problem("yaml-depth", place, { max: maxDepth }));
    return undefined;
  }
  if (isSeq(node)) {
    const items = node.items.map(child);
    return items.includes(undefined) ? undefined : (items as YamlValue[]);
  }
  const result: { [key: string]: YamlValue } = Object.create(null);
  let whole = true;
  if (!isMap(node)) return undefined;
  for (const { key, value } of node.items) {
    const name = isScalar(key) && !key.tag && !key.anchor ? key.value : undefined;
    const content = child(value);
    const wrong = keyProblem(name, key as Node, context);
    if (wrong) report(wrong);
    if (wrong || content === undefined) whole = false;
    else result[String(name)] = content;
  }
  return whole ? result : undefined;
}

/** What is wrong with a name: it is none, or has a full-width space beside it. */
function keyProblem(name: unknown, key: Node, { file, source, at }: Context): Problem | undefined {
  const place = { file, ...at(startOf(key)) };
  if (typeof name !== "string") return problem("yaml-syntax", place, {});
  if (name === name.trim()) return undefined;
  const start = source.lastIndexOf("\n", startOf(key)) + 1;
  const line = /.*/.exec(source.slice(start, start + 1000))?.[0] ?? "";
  return problem("yaml-syntax", place, wideSpaceCause(name, line));
}

/**
 * What a value may not hold, written as an escape such as "\b" in double quotes. The characters of
 * the file itself were checked before.
 */
function escapedCharacter(text: string, written: string) {
  const control = forbiddenCharacter(text)?.codePoint ?? (text.includes("\r") && "U+000D");
  if (control) return { code: "control-character", codePoint: control } as const;
  const [turned] = turning.exec(text) ?? [];
  if (turned === undefined || written.includes(turned)) return undefined;
  return { code: "bidi-character", codePoint: codePointOf(turned) } as const;
}

function find(
  document: Document,
  path: readonly PropertyKey[],
  part: "key" | "value",
  at: (offset: number) => Position,
): Position {
  let node: unknown = document.contents;
  let position: Position = isMap(node) && path.length > 0 ? { line: 1, column: 1 } : at(0);
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      node = pair.value;
      const shown = (last && part === "key") || !hasText(node) ? pair.key : node;
      position = at(startOf(shown as Node));
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!node) break;
      position = at(startOf(node as Node));
    } else break;
  }
  return position;
}

/** An empty value has a place after the colon where nothing can be seen: its key is shown instead. */
function hasText(node: unknown): boolean {
  return !(isScalar(node) && (node.value === "" || node.value === null));
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}
