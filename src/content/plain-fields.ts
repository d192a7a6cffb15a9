import { readDate, type SiteDate } from "./date.ts";
import type { YamlSource, YamlValue } from "./yaml.ts";

/** Gives the value of a field as its schema would, or nothing where that has to be asked. */
type ReadPlain = (written: YamlValue) => unknown;

/** The fields of a schema that are nearly always plain, in its order. */
export interface PlainFields {
  required: readonly string[];
  read: ReadonlyMap<string, ReadPlain>;
}

/** How long these fields may be, in characters, and how many items a list may have. */
export const longest = { title: 120, source: 120, person: 60, summary: 500, tag: 30, image: 200 };
export const mostItems = 50;

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const lineBreak = /[\n\u2028\u2029]/;

function text(max: number): ReadPlain {
  return (written) => {
    if (typeof written !== "string" || written.length > max || written.trim() !== written)
      return undefined;
    return visible.test(written) && !lineBreak.test(written) ? written : undefined;
  };
}

function oneOrMore(max: number): ReadPlain {
  const read = text(max);
  return (written) => {
    const items = typeof written === "string" ? [written] : written;
    if (!Array.isArray(items) || items.length > mostItems) return undefined;
    return items.every((item) => read(item) !== undefined) ? [...items] : undefined;
  };
}

function date(zone: string): ReadPlain {
  return (written): SiteDate | undefined => {
    const read = typeof written === "string" ? readDate(written, zone) : undefined;
    return read && "instant" in read ? read : undefined;
  };
}

const sourceName = text(longest.source);

/** A source without an address. */
const source: ReadPlain = (written) => {
  const name = isSourceName(written) ? sourceName(written) : undefined;
  return name === undefined ? undefined : { name };
};

/** A source written as one text; `name：…` is a slip of the one that is written as two. */
export function isSourceName(value: unknown): boolean {
  return typeof value === "string" && !/^(?:name|url)\s*[：:]/.test(value);
}

const yesNo: ReadPlain = (written) => {
  return written === "true" || written === "false" ? written === "true" : undefined;
};

/** Those of an article. What is rare is left to the schema. */
export function plainArticleFields(zone: string): PlainFields {
  return {
    required: ["title", "date"],
    read: new Map([
      ["title", text(longest.title)],
      ["date", date(zone)],
      ["source", source],
      ["author", oneOrMore(longest.person)],
      ["editor", text(longest.person)],
      ["summary", text(longest.summary)],
      ["tags", oneOrMore(longest.tag)],
      ["image", text(longest.image)],
      ["updated", date(zone)],
      ["pinned", yesNo],
      ["draft", yesNo],
      ["expires", date(zone)],
    ]),
  };
}

/** Those of a standing page. */
export function plainStandingFields(zone: string): PlainFields {
  return {
    required: ["title"],
    read: new Map([
      ["title", text(longest.title)],
      ["summary", text(longest.summary)],
      ["updated", date(zone)],
      ["draft", yesNo],
    ]),
  };
}

/**
 * Reads front matter whose fields are all plain. Gives what its schema would, in a tenth of the time,
 * and nothing where a field is anything else or missing: that is for the schema to read or to report.
 */
export function readPlainFields(
  { required, read }: PlainFields,
  written: YamlSource["value"],
): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  let known = 0;
  for (const [name, readField] of read) {
    const value = written[name];
    if (value === undefined) continue;
    known++;
    // What is left empty counts as absent.
    if (value === "") continue;
    const field = readField(value);
    if (field === undefined) return undefined;
    fields[name] = field;
  }
  const isWhole = known === Object.keys(written).length && required.every((name) => name in fields);
  return isWhole ? fields : undefined;
}
