import { DateTime } from "luxon";

/**
 * The moment that decides what is published, in milliseconds since 1970: the given ISO 8601 text, or
 * the clock, which is read nowhere else. A text without an offset is UTC+8, wherever it is built.
 * Gives nothing for a text that is no date.
 */
export function readNow(text: string | undefined): number | undefined {
  if (text === undefined) return Date.now();
  const date = DateTime.fromISO(text, { zone: "Asia/Shanghai" });
  return date.isValid ? date.toMillis() : undefined;
}
