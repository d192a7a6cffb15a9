/** A date that a legacy page states, and what else stood in its place. */
export interface LegacyDate {
  /** As the front matter has it: `2017-07-07`, `2017-07-07 10:34` or `2017-07-07 10:34:56`. */
  date: string;
  /** What follows the date, such as a weekday; empty where nothing does. */
  rest: string;
}

const day = /^(\d{4})\s*[-/.–—年]\s*(\d{1,2})\s*[-/.–—月]\s*(\d{1,2})(?:\s*日)?/;
// `.0` is the fraction that Java's timestamps end in.
const time =
  /^[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})(?!\d)(?:\s*分)?(?::(\d{1,2})(?:\.0+)?|\s*(\d{1,2})\s*秒)?/;
const bareTime = /^\d{1,2}\s*[:时点]\s*\d{1,2}/;

/**
 * Reads the date at the start of a text: `2017/7/7`, `2017.7.7`, `2017年7月7日 10时34分`, in half- or
 * full-width digits. Gives nothing where there is none, or where a time follows that can't be read
 * (`下午3:20`): half a date would be a guess. Whether the calendar has the day is not asked here.
 */
export function readLegacyDate(text: string): LegacyDate | undefined {
  const plain = text.normalize("NFKC").trim();
  const found = day.exec(plain);
  if (!found) return undefined;
  const afterDay = plain.slice(found[0].length);
  const timed = time.exec(afterDay);
  const rest = afterDay.slice(timed?.[0].length ?? 0);
  if (/^[^\s|([【]/.test(rest)) return undefined;
  if (/\d\s*[:时点]\s*\d|[上下中]午|凌晨|晚上/.test(rest)) return undefined;
  const [year, month, dayOfMonth] = found.slice(1);
  const date = [year, pad(month), pad(dayOfMonth)].join("-");
  const clock = timed ? ` ${timed.slice(1).filter(Boolean).map(pad).join(":")}` : "";
  return { date: date + clock, rest: rest.trim() };
}

/** Is this a date and nothing else? */
export function isDate(text: string): boolean {
  return readLegacyDate(text)?.rest === "";
}

/** Is this a time of day without a day, such as `10:34`? */
export function isTime(text: string): boolean {
  return bareTime.test(text.normalize("NFKC").trim());
}

function pad(digits = ""): string {
  return digits.padStart(2, "0");
}
