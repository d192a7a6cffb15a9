import { DateTime } from "luxon";
import { defaultTimeZone } from "../content/date.ts";

/**
 * The moment that decides what is published, in milliseconds since 1970: the given ISO 8601 date,
 * with or without a time, or else the clock, which is read nowhere else. Without an offset it is
 * Beijing time, wherever the site is built. Gives nothing for a text that is no date.
 */
export function readNow(text: string | undefined): number | undefined {
  if (text === undefined) return Date.now();
  const date = DateTime.fromISO(text.replace(" ", "T"), { zone: defaultTimeZone });
  return date.isValid && /^\d{4}-\d{2}-\d{2}/.test(text) ? date.toMillis() : undefined;
}
