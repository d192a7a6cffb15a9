import type { YamlValue } from "../content/yaml.ts";

/**
 * Whether a value says what one of JSON does: its numbers, `true`, `false` and `null` are texts here,
 * as they were written.
 */
export function agrees(value: YamlValue | undefined, json: unknown): boolean {
  if (typeof value === "string") {
    if (json === null) return ["", "~", "null"].includes(value);
    return typeof json === "number" ? Number(value) === json : value === String(json);
  }
  if (value === undefined || typeof json !== "object" || json === null) return false;
  if (Array.isArray(value) !== Array.isArray(json)) return false;
  const of = (parts: object) => Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  const expected = of(json);
  const found = of(value);
  return (
    found.length === expected.length &&
    found.every(([key, part], at) => key === expected[at]?.[0] && agrees(part, expected[at]?.[1]))
  );
}
