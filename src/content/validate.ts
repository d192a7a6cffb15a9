import * as z from "zod";
import { type Problem, type ProblemCode, problem } from "../problems/problem.ts";
import { chineseNames, fieldShapes } from "./field-names.ts";
import { linesMeant, listMeant } from "./meant.ts";
import { nearest } from "./nearest.ts";
import { readPlainFields } from "./plain-fields.ts";
import { type Fields, manualOf } from "./schema.ts";
import type { YamlSource, YamlValue } from "./yaml.ts";

/** A longer value, in UTF-16 units, is not repeated in a hint. */
const maxShown = 60;

/**
 * Holds a parsed YAML text against the schema of its fields. Gives the schema's output, or reports every mistake
 * with the place where it stands. An optional field that is left empty counts as absent.
 */
export function validate<T extends z.ZodObject>(
  file: string,
  fields: Fields<T>,
  source: YamlSource,
  report: (problem: Problem) => void,
): z.output<T> | undefined {
  const read = fields.plain && readPlainFields(fields.plain, source.value);
  if (read) return read as z.output<T>;
  const schema = fields.schema();
  const result = schema.safeParse(withoutEmpty(source.value));
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) => problemsOf(file, schema, source, issue));
  // A field under another name is one mistake, not also a missing field.
  const meant = new Set(
    found.flatMap(({ params }) => [params["guess"], params["inside"]]).filter(Boolean),
  );
  for (const one of found) {
    if (one.code !== "field-required" || !meant.has(one.params["key"])) report(one);
  }
  return undefined;
}

function withoutEmpty(value: YamlValue): YamlValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  const filled: { [key: string]: YamlValue } = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    if (item !== "") filled[key] = withoutEmpty(item);
  }
  return filled;
}

/** The problems behind one zod issue; unknown keys come as one issue for all of them. */
function problemsOf(
  file: string,
  schema: z.ZodType,
  source: YamlSource,
  issue: z.core.$ZodIssue,
): Problem[] {
  const { path } = issue;
  const key = path.filter(isName).join(".");
  const place = { file, ...source.positionOf(path) };
  const field = schemaAt(schema, path);
  // An item of a list is shown by the example of its list.
  const whole = schemaAt(schema, path.slice(0, path.findLastIndex(isName) + 1));
  const manual = (field && manualOf(field)) ?? (whole && manualOf(whole));
  const example = manual?.example ?? "…";
  const value = valueAt(source.value, path);

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => {
        const known = fieldsOf(field);
        const guess = guessField(name, known);
        const at = { file, ...source.positionOf([...path, name], "key") };
        const inside = value && insideOf(name, value, field);
        const isTwice =
          guess !== undefined && valueAt(source.value, [...path, guess]) !== undefined;
        const more = inside || (guess && { guess, ...(isTwice && { isTwice }) });
        return problem("field-unknown", at, { key: name, known, ...more });
      });
    case "custom": {
      const {
        problem: code,
        atKey,
        other,
        ...params
      } = issue.params as {
        problem: ProblemCode;
        atKey?: boolean;
        /** The path of what stands in the way. */
        other?: PropertyKey[];
      };
      const at = atKey ? { file, ...source.positionOf(path, "key") } : place;
      const line = other && { line: source.positionOf(other).line };
      return [problem(code, at, { key, example, ...params, ...line } as never)];
    }
    case "invalid_type":
      if (value === undefined || value === "") {
        return [problem("field-required", place, { key, example })];
      }
      if (issue.expected === "array") {
        const { line } = source.positionOf(path, "key");
        const meant = listMeant(nameIn(path), value, line === place.line);
        return [problem("field-list", place, { key, example, ...meant })];
      }
      if (issue.expected === "object") {
        const lines = linesMeant(nameIn(path), value, field);
        return [problem("field-map", place, { key: nameIn(path), lines })];
      }
      return [
        problem("field-text", place, { key, example, item: typeof path.at(-1) === "number" }),
      ];
    case "invalid_value": {
      const choices = issue.values.map(String);
      return [problem("field-choice", place, { key, value: String(value), choices })];
    }
    case "too_big": {
      const unit = issue.origin === "array" ? "items" : "characters";
      const count = Array.isArray(value) ? value.length : String(value).trim().length;
      return [problem("field-long", place, { key, max: Number(issue.maximum), unit, count })];
    }
    case "too_small":
      return typeof path.at(-1) === "number"
        ? [problem("item-empty", place, { key })]
        : [problem("field-required", place, { key, example })];
    case "invalid_format":
      return [
        /[\n\u2028\u2029]/.test(String(value))
          ? problem("field-line-break", place, { key })
          : problem("field-text", place, { key, example, item: false }),
      ];
    default:
      return [problem("field-text", place, { key, example, item: false })];
  }
}

/**
 * The field that an unknown one stands below without being indented: it was left empty, and has a
 * field of that name. With the lines as they should be.
 */
function insideOf(name: string, siblings: YamlValue, schema: z.ZodType | undefined) {
  const inner = schema && unwrap(schema);
  if (!(inner instanceof z.ZodObject) || typeof siblings === "string") return undefined;
  const values = siblings as { [key: string]: YamlValue };
  const inside = Object.keys(inner.shape).find(
    (key) => values[key] === "" && fieldShapes().get(key)?.names.includes(name),
  );
  const shape = inside && fieldShapes().get(inside);
  const value = values[name];
  if (!shape || typeof value !== "string" || value.length > maxShown) return undefined;
  const dash = shape.names[0] === name ? "  - " : "    ";
  return { inside, lines: [`${inside}:`, `${shape.list ? dash : "  "}${name}: ${value}`] };
}

const isName = (step: PropertyKey) => typeof step === "string";

/** The name of the field at a path: that of the list where it is an item of one. */
const nameIn = (path: readonly PropertyKey[]) => String(path.findLast(isName));

function valueAt(value: YamlValue, path: readonly PropertyKey[]): YamlValue | undefined {
  let current: YamlValue | undefined = value;
  for (const step of path) {
    if (current === undefined || typeof current === "string") return undefined;
    current = (current as Record<PropertyKey, YamlValue>)[step];
  }
  return current;
}

/** The schema of the field at a path, with the wrapping that carries its manual. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.ZodType | undefined = current && unwrap(current);
    if (inner instanceof z.ZodObject) current = inner.shape[String(step)];
    else if (inner instanceof z.ZodArray) current = inner.element as z.ZodType;
    else return undefined;
  }
  return current;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPipe) {
    const side = schema.in instanceof z.ZodTransform ? schema.out : schema.in;
    return unwrap(side as z.ZodType);
  }
  return schema;
}

function fieldsOf(schema: z.ZodType | undefined): string[] {
  const inner = schema && unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The known field that an unknown name most likely means, if any is near. */
function guessField(name: string, known: readonly string[]): string | undefined {
  const chinese = chineseNames[name.trim()];
  if (chinese && known.includes(chinese)) return chinese;
  return nearest(name, known);
}
