import { defaultTimeZone } from "../content/date.ts";
import { chineseNames, fieldNames } from "../content/field-names.ts";
import { articleFields, siteFields } from "../content/schema.ts";
import { parseYaml } from "../content/yaml.ts";

/** The lines of a file that hold its YAML, and what the rules ask of them more than once. */
export interface Front {
  lines: readonly string[];
  /** For each line the index of the top-level name that it belongs to; -1 above the first. */
  starts: readonly number[];
  /** How many top-level names stand for each field. */
  counts: ReadonlyMap<string, number>;
  /** The names whose tabs were looked at: each of their lines may be told of. */
  untabbed: Set<number>;
}

const fields = new Set([
  ...fieldNames(articleFields(defaultTimeZone).schema()),
  ...fieldNames(siteFields.schema()),
]);

/** The field that a name stands for, in English or in Chinese, if it is that of one. */
export function fieldOf(name: string): string | undefined {
  if (fields.has(name)) return name;
  return Object.hasOwn(chineseNames, name) ? chineseNames[name] : undefined;
}

/** The front matter among the lines of an article, or all lines of site.yaml. */
export function frontOf(lines: readonly string[]): Front {
  const close = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const front = lines[0]?.startsWith("---") && close > 0 ? lines.slice(0, close) : lines;
  const starts: number[] = [];
  const counts = new Map<string, number>();
  for (const [index, line] of front.entries()) {
    starts.push(/^[^\s#-]/.test(line) ? index : (starts.at(-1) ?? -1));
    const [, name] = /^["']?([\p{L}_-]+)["']?\s*[:：﹕]/u.exec(line) ?? [];
    const field = name === undefined ? undefined : fieldOf(name);
    if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return { lines: front, starts, counts, untabbed: new Set() };
}

/** What these lines say as YAML of their own, as text to be compared; nothing where they can't be read. */
export function yamlValue(lines: readonly string[]): string | undefined {
  const source = parseYaml("", lines.join("\n"), () => {});
  return source && JSON.stringify(source.value);
}
