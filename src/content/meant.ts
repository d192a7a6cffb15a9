import * as z from "zod";
import { fieldShapes } from "./field-names.ts";
import { innerObject, manualOf } from "./schema.ts";
import type { YamlValue } from "./yaml.ts";

/** A longer value, in UTF-16 units, is not repeated in a hint. */
const maxShown = 60;

/** What a map is most likely meant as where there must be a list. */
export interface ListMeant {
  /** The names that are too much, each with its colon, and the line without them. */
  wrong?: string[];
  right?: string;
  inBraces?: boolean;
  /** The lines of a list whose one item is the map. */
  lines?: string[];
}

/** Tells what the value of a list's field is meant as if it is a map, written in braces or below it. */
export function listMeant(
  name: string,
  value: YamlValue | undefined,
  inBraces: boolean,
): ListMeant {
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return {};
  const fields = Object.entries(value).map(([key, text]) => [key, shown(text)] as const);
  if (fields.length === 0 || fields.some(([, text]) => text === undefined)) return {};
  if (fieldShapes().get(name)?.names.length)
    return { lines: [`${name}:`, ...linesOf(fields, true)] };
  const wrong = fields.map(([key]) => `${key}:`);
  return { wrong, inBraces, right: `${name}: [${fields.map(([, text]) => text).join(", ")}]` };
}

/**
 * The lines of a field that holds others, as an editor needs them most, with the text that stands in
 * their place, if it is meant as the first of them: `source: name：甲` or `footer: 某某基金会`.
 */
export function linesMeant(
  name: string,
  value: YamlValue | undefined,
  schema: z.ZodType | undefined,
): string[] {
  const shape: Record<string, z.ZodType> = (schema && innerObject(schema)?.shape) ?? {};
  const isItem = fieldShapes().get(name)?.list === true;
  const isNeeded = (field: z.ZodType) => !field.safeParse(undefined).success;
  const count = Object.values(shape).some(isNeeded) ? 2 : 1;
  const fields = Object.entries(shape).slice(0, count);
  const [first, ...more] = fields.map(([key, field]) => [key, manualOf(field)?.example] as const);
  if (!first) return [];
  const own = isItem || !holdsText(shape[first[0]]) ? undefined : shown(textIn(value));
  return [`${name}:`, ...linesOf([[first[0], own ?? first[1]], ...more], isItem)];
}

function linesOf(
  fields: readonly (readonly [string, string | undefined])[],
  isItem: boolean,
): string[] {
  return fields.map(([key, text], index) => {
    const indent = isItem ? (index === 0 ? "  - " : "    ") : "  ";
    return `${indent}${key}: ${text}`;
  });
}

function holdsText(field: z.ZodType | undefined): boolean {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
  return inner instanceof z.ZodString;
}

/** A text that stands by itself, or alone in a list, without `name：` before it. */
function textIn(value: YamlValue | undefined): string | undefined {
  const [first, ...more] = Array.isArray(value) ? value : [value];
  if (typeof first !== "string" || more.length > 0 || /^url\s*[：:]/.test(first)) return undefined;
  return first.replace(/^name\s*[：:]\s*/, "");
}

/** A text as a value that is right in brackets too, if it is short enough for a hint. */
function shown(value: YamlValue | undefined): string | undefined {
  if (typeof value !== "string" || value.trim() === "" || value.length > maxShown) return undefined;
  const isPlain = /^[\p{L}\p{N}][^,:#[\]{}"'\n]*$/u.test(value);
  return isPlain ? value.trim() : JSON.stringify(value);
}
