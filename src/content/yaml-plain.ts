import type { Position } from "../problems/problem.ts";
import type { YamlSource } from "./yaml.ts";

/** A field: where its name, its value and the items of its list stand, and what it holds. */
interface Field {
  name: Position;
  /** Absent where the value is empty. */
  value: Position | undefined;
  items: Position[];
  content: string | string[];
}

/** Controls but the line break, odd line ends, halves of characters and noncharacters. */
const strange = /[^\n\x20-\x7E\u00A1-\u2027\u202A-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]/;

const fieldLine = /^([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: (.+))?$/;
const itemLine = /^( *)- (.+)$/;

/** What YAML takes, or an editor may have meant, for something else than text. */
const noText = /^[-?:,[\]{}#&*!|>'"%@` ]|:(?: |$)| #| $/;
const noItem = /^[-?&*!|>'"%@` ]|[[\]{},#:：﹕]| $|^$/;

/** A text in quotes that needs no escapes. */
const quoted = /^(?:"[^"\\]+"|'[^']+')$/;

/**
 * Reads front matter as it nearly always is: a field a line, `name: value`, whose value is a text or
 * a list of texts. Gives what the parser would give, in a fraction of its time, and nothing where a
 * line is anything else: that is for the parser to read or to report.
 */
export function readPlainYaml(source: string): YamlSource | undefined {
  if (strange.test(source)) return undefined;
  const fields = new Map<string, Field>();
  let last: Field | undefined;
  let line = 0;
  for (const text of source.split("\n")) {
    line++;
    if (text === "") continue;
    const match = fieldLine.exec(text);
    if (!match) {
      if (!last || !addItem(last, text, line)) return undefined;
      continue;
    }
    const [, name = "", written = ""] = match;
    last = fieldOf(written, line, name.length + 3);
    if (!last || fields.has(name)) return undefined;
    fields.set(name, last);
  }
  return fields.size > 0 ? sourceOf(fields) : undefined;
}

/** The field of a value that stands at a column of a line, from 1, if it is plain. */
function fieldOf(written: string, line: number, column: number): Field | undefined {
  const field: Field = {
    name: { line, column: 1 },
    value: { line, column },
    items: [],
    content: written,
  };
  if (written === "") field.value = undefined;
  else if (quoted.test(written)) field.content = written.slice(1, -1);
  else if (written.startsWith("[") && written.endsWith("]")) {
    const content: string[] = [];
    let start = column + 1;
    for (const piece of written.slice(1, -1).split(",")) {
      const [, before = "", text = ""] = /^( *)(.*?) *$/.exec(piece) ?? [];
      if (noItem.test(text)) return undefined;
      content.push(text);
      field.items.push({ line, column: start + before.length });
      start += piece.length + 1;
    }
    field.content = content;
  } else if (noText.test(written)) return undefined;
  return field;
}

/** Adds a line to the list below the name of a field; tells whether it is a plain item of it. */
function addItem(field: Field, line: string, at: number): boolean {
  const [, indent = "", text = ""] = itemLine.exec(line) ?? [];
  const [first] = field.items;
  const start = { line: at, column: indent.length + 1 };
  if (first ? field.value?.column !== start.column || first.line === field.name.line : field.value)
    return false;
  if (noItem.test(text)) return false;
  field.value ??= start;
  if (first) (field.content as string[]).push(text);
  else field.content = [text];
  field.items.push({ line: at, column: start.column + 2 });
  return true;
}

function sourceOf(fields: ReadonlyMap<string, Field>): YamlSource {
  const value: YamlSource["value"] = Object.create(null);
  for (const [name, { content }] of fields) value[name] = content;
  return {
    value,
    positionOf([name, item], part = "value") {
      const field = fields.get(name as string);
      if (!field) return { line: 1, column: 1 };
      const { value: start, items } = field;
      const isName = item === undefined && part === "key";
      const place = (item !== undefined && items[Number(item)]) || start;
      return { ...((!isName && place) || field.name) };
    },
  };
}
