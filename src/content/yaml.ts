import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Scalar,
  YAMLParseError,
} from "yaml";
import { codePointOf, turning } from "../problems/invisible.ts";
import {
  type Position,
  type Problem,
  type ProblemCode,
  type ProblemParams,
  problem,
} from "../problems/problem.ts";
import { forbiddenCharacter } from "./decode.ts";
import { plainOrQuotedFrom, quotedFrom, wideSpaceCause } from "./yaml-cause.ts";
import { reportSyntax } from "./yaml-errors.ts";
import { reportLines } from "./yaml-lines.ts";
import { readPlainYaml } from "./yaml-plain.ts";
import { yamlTokens } from "./yaml-tokens.ts";

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

// What is deeper is not even composed; between the two a mistake of another kind is told first.
const maxComposedDepth = 50;

const options = {
  schema: "failsafe",
  version: "1.2",
  merge: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

/**
 * Reads YAML, or reports what is wrong with it, as `parseYamlInFull` does; what is plain, which nearly
 * every front matter is, without the parser.
 */
export function parseYaml(
  file: string,
  source: string,
  report: (problem: Problem) => void,
): YamlSource | undefined {
  return readPlainYaml(source) ?? parseYamlInFull(file, source, report);
}

/**
 * Parses YAML 1.2 under its failsafe schema: every scalar stays the text that was written, so that
 * `no`, `1.10`, `0751` and `2017-07-07` are never turned into something else. Aliases, anchors and
 * tags are problems: they are how small files become large or strange values.
 */
export function parseYamlInFull(
  file: string,
  source: string,
  report: (problem: Problem) => void,
): YamlSource | undefined {
  if (reportLines(file, source, report)) return undefined;
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tell: Tell = (code, offset, params) => {
    report(problem(code, { file, ...at(offset) }, params));
    return undefined;
  };
  const read = yamlTokens(source, lines, maxComposedDepth);
  if ("tooDeepAt" in read) return tell("yaml-depth", read.tooDeepAt, { max: maxDepth });
  const { document, errors } = compose(read.tokens, source);
  if (errors.length > 0) {
    reportSyntax(file, source, errors, at, report);
    return undefined;
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) return tell("yaml-not-map", startOf(root), {});
  const value = root ? toValue(root, 1, { source, tell }) : Object.create(null);
  if (value === undefined) return undefined;
  return {
    value: value as YamlSource["value"],
    positionOf: (path, part = "value") => find(document, path, part, at),
  };
}

/** Reports a problem at an offset of the text; gives undefined, for who has to return that. */
type Tell = <C extends ProblemCode>(code: C, offset: number, params: ProblemParams<C>) => undefined;

/** What turning nodes into values needs to know of their text. */
interface Context {
  source: string;
  tell: Tell;
}

/** The document of a text and its errors; that there is another document is one of them. */
function compose(tokens: Iterable<CST.Token>, source: string) {
  const documents = new Composer(options).compose(tokens, true, source.length);
  const [document, another] = documents as Iterable<Document.Parsed>;
  if (!document) throw new Error("the YAML composer gave no document");
  if (!another) return { document, errors: document.errors };
  const [start, end] = another.range;
  const second = new YAMLParseError([start, end], "MULTIPLE_DOCS", "one document only");
  return { document, errors: [...document.errors, second] };
}

/** A node as plain data in objects without prototype, or undefined after reporting why not. */
function toValue(node: unknown, depth: number, context: Context): YamlValue | undefined {
  if (node === null || node === undefined) return "";
  if (isAlias(node) || isScalar(node)) return toText(node, context);
  const { tell } = context;
  const start = startOf(node as Node);
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor) return tellMark("yaml-alias", markOf("&", start, context), context);
  if (tag) return tellMark("yaml-tag", markOf("!", start, context), context);
  if (depth > maxDepth) return tell("yaml-depth", start, { max: maxDepth });
  if (isSeq(node)) {
    const items = node.items.map((item) => toValue(item, depth + 1, context));
    return items.includes(undefined) ? undefined : (items as YamlValue[]);
  }
  if (!isMap(node)) return undefined;
  const result: { [key: string]: YamlValue } = Object.create(null);
  let whole = true;
  for (const { key, value } of node.items) {
    const name = toName(key as Node, context);
    const content = toValue(value, depth + 1, context);
    if (name === undefined || content === undefined) whole = false;
    else result[name] = content;
  }
  return whole ? result : undefined;
}

/** The key of a map; a full-width space beside it is no space to YAML, and so part of it. */
function toName(key: Node, { source, tell }: Context): string | undefined {
  if (!isAlias(key) && !isScalar(key)) return tell("yaml-syntax", startOf(key), {});
  const name = toText(key, { source, tell });
  if (name === undefined || name === name.trim() || name.includes("\n")) return name;
  return tell("yaml-syntax", startOf(key), wideSpaceCause(name, lineAt(source, startOf(key)).text));
}

/** A scalar, or the key of a map, as the text that was written. */
function toText(node: Alias | Scalar, { source, tell }: Context): string | undefined {
  const start = startOf(node);
  const context = { source, tell };
  if (isAlias(node)) return tellMark("yaml-alias", start, context);
  if (node.anchor) return tellMark("yaml-alias", markOf("&", start, context), context);
  if (node.tag) return tellMark("yaml-tag", markOf("!", start, context), context);
  // YAML takes ` #` for the start of a remark: whoever wrote it as part of a title would lose it.
  if (node.comment) tellComment(node, context);
  const text = typeof node.value === "string" ? node.value : "";
  const escaped = escapedCharacter(text, source.slice(...(node.range ?? [])));
  return escaped ? tell(escaped.code, start, { codePoint: escaped.codePoint }) : text;
}

/** Reports an alias, an anchor or a tag, with the line as it should be if that is meant as text. */
function tellMark(code: "yaml-alias" | "yaml-tag", offset: number, { source, tell }: Context) {
  const { text, column } = lineAt(source, offset);
  const character = source[offset] ?? "";
  return tell(code, offset, { character, ...plainOrQuotedFrom(text, column) });
}

/** Reports the sign that starts a remark, with the line as it should be if it starts none. */
function tellComment(node: Scalar, { source, tell }: Context): void {
  const [start = 0, end = 0] = node.range ?? [];
  const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  const hash = source.indexOf("#", isBlock ? start : end);
  const { text, column } = lineAt(source, start);
  // What has quotes already ends where they do.
  const isPlain = node.type === "PLAIN" && lineAt(source, hash).text === text;
  tell("yaml-comment", hash, isPlain ? quotedFrom(text, column) : {});
}

/** The line around an offset, as far as a hint may need it, and the column of the offset from 1. */
function lineAt(source: string, offset: number): { text: string; column: number } {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const text = /.*/.exec(source.slice(start, start + 1000))?.[0] ?? "";
  return { text, column: offset - start + 1 };
}

/** Where the anchor or tag before a node starts, which begins behind it. */
function markOf(sign: "&" | "!", start: number, { source }: Pick<Context, "source">): number {
  // No name of either is longer, and a line may be as long as the file.
  const [line = ""] = /[^\n]*$/.exec(source.slice(Math.max(0, start - 200), start)) ?? [];
  const mark = line.search(sign === "&" ? /&\S+[^&]*$/ : /(?<!\S)!\S*\s*(?:&\S+\s+)?$/);
  return mark === -1 ? start : start - line.length + mark;
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
