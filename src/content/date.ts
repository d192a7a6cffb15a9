import { DateTime, IANAZone } from "luxon";

/** Where a site stands that does not say where it stands. */
export const defaultTimeZone = "Asia/Shanghai";

/** A moment that an editor wrote, in the site's time zone. Plain data. */
export interface SiteDate {
  /** Milliseconds since 1970-01-01T00:00Z. */
  instant: number;
  /** `2017-07-07`, in the site's zone. */
  day: string;
  /** `10:34`, absent where the editor wrote only a day. */
  time?: string;
  /** For machines (HTML `datetime`, RFC 3339 with time): `2017-07-07T10:34:00+08:00` or the day. */
  iso: string;
}

/** Why a text is no date: its form, with the right form where it can be told, or the calendar. */
export type DateProblem =
  | { problem: "date-format"; suggestion?: string }
  | { problem: "date-calendar" };

/**
 * A time zone that asks the machine for the offset of a moment once a day, which takes as long as
 * reading the rest of an article's date. No zone changes its clocks twice within a day.
 */
class RememberedZone extends IANAZone {
  readonly #offsets = new Map<number, number>();
  readonly #format: Intl.DateTimeFormat;

  constructor(name: string) {
    super(name);
    this.#format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      timeZoneName: "longOffset",
    });
  }

  override offset(moment: number): number {
    const day = Math.floor(moment / dayLength);
    const [start, end] = [this.#offsetAt(day), this.#offsetAt(day + 1)];
    return start === end ? start : super.offset(moment);
  }

  /** The offset of the day of a local time, as of the days around it; nothing where it changes. */
  offsetAround(local: number): number | undefined {
    const day = Math.floor(local / dayLength);
    const offset = this.#offsetAt(day);
    for (let near = day - 1; near <= day + 2; near++) {
      if (this.#offsetAt(near) !== offset) return undefined;
    }
    return offset;
  }

  #offsetAt(day: number): number {
    const known = this.#offsets.get(day);
    if (known !== undefined) return known;
    // What luxon makes of the parts of the local time, in a fifth of the time.
    const [, sign, hours, minutes, seconds = 0] =
      /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(this.#format.format(day * dayLength)) ?? [];
    const size = sign ? Number(hours) * 60 + Number(minutes) + Number(seconds) / 60 : 0;
    const offset = sign === "-" ? -size : size;
    this.#offsets.set(day, offset);
    return offset;
  }
}

const minuteLength = 60_000;
const dayLength = 86_400_000;

const zones = new Map<string, RememberedZone>();

function zoneOf(name: string): RememberedZone {
  const zone = zones.get(name) ?? new RememberedZone(name);
  zones.set(name, zone);
  return zone;
}

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T| +)(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/**
 * Reads a date as the front matter allows it: `2017-07-07`, `2017-07-07 10:34`, with seconds, with
 * `T` and an offset. Without an offset it is in the given IANA zone. Days and times that the
 * calendar or the zone does not have are problems, never moved to another day.
 */
export function readDate(text: string, zone: string): SiteDate | DateProblem {
  const match = written.exec(text.trim());
  if (!match) return { problem: "date-format", ...suggest(text) };
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part));
  const timed = match[4] !== undefined;
  const parts = timed
    ? { year, month, day, hour, minute, second: second || 0 }
    : { year, month, day };
  const offset = match[7];
  const plain = offset ? undefined : plainDate(match, zoneOf(zone));
  if (plain) return plain;
  const source = offset ? (offset === "Z" ? "utc" : `utc${offset}`) : zoneOf(zone);
  const date = DateTime.fromObject(parts as Record<string, number>, { zone: source });
  const kept =
    date.isValid && Object.entries(parts).every(([unit, n]) => date.get(unit as "day") === n);
  if (!kept) return { problem: "date-calendar" };
  // Where the clocks go back an hour comes twice: the first one, whatever the season is now.
  const [first = date] = offset ? [date.setZone(zoneOf(zone))] : date.getPossibleOffsets();
  return siteDate(first, timed);
}

/**
 * A date without an offset, where nothing has to be looked into: it is of the calendar, of a year
 * that machines take as it is written, and far from any change of the clocks, so that there is one
 * moment only. That nearly all are, and it takes a tenth of the time.
 */
function plainDate(written: RegExpExecArray, zone: RememberedZone): SiteDate | undefined {
  const [, year = "", month = "", date = "", hour, minute = "00", second = "00"] = written;
  const [hours, minutes, seconds] = [Number(hour ?? 0), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(date), hours, minutes, seconds);
  // A day that its month does not have is one of another month here.
  const moved = new Date(local);
  if (moved.getUTCMonth() !== Number(month) - 1 || moved.getUTCFullYear() !== Number(year))
    return undefined;
  const offset = zone.offsetAround(local);
  if (offset === undefined || !Number.isInteger(offset)) return undefined;
  const instant = local - offset * minuteLength;
  const day = `${year}-${month}-${date}`;
  if (hour === undefined) return { instant, day, iso: day };
  const time = `${hour}:${minute}`;
  return { instant, day, time, iso: `${day}T${time}:${second}${offsetText(offset)}` };
}

/** A date as people read it: `2017-07-07 10:34`, or the day alone where no time is known. */
export function dateText({ day, time }: Pick<SiteDate, "day" | "time">): string {
  return time ? `${day} ${time}` : day;
}

/**
 * A date as a moment with its offset (RFC 3339): `2017-07-07T10:34:00+08:00`. Where only the day is
 * known it is that day's midnight in `zone`, the site's.
 */
export function timestamp({ instant, time, iso }: SiteDate, zone: string): string {
  return time ? iso : siteDate(DateTime.fromMillis(instant, { zone }), true).iso;
}

/** A moment with its offset as mail and RSS write it (RFC 2822): `Fri, 07 Jul 2017 10:34:00 +0800`. */
export function mailDate(timestamp: string): string {
  const text = DateTime.fromISO(timestamp, { setZone: true }).toRFC2822();
  if (text === null) throw new Error(`${timestamp} is no moment`);
  return text;
}

/** A moment in a zone as plain data; `timed` tells whether its time of day is known. */
export function siteDate(date: DateTime, timed: boolean): SiteDate {
  const day = `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  const instant = date.toMillis();
  if (!timed) return { instant, day, iso: day };
  const time = `${pad(date.hour, 2)}:${pad(date.minute, 2)}`;
  return {
    instant,
    day,
    time,
    iso: `${day}T${time}:${pad(date.second, 2)}${offsetText(date.offset)}`,
  };
}

/** Is this the name of an IANA time zone that this machine knows? */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * `2024/1/2`, `2024.1.2`, `2024年1月2日`, `2024-1-2 9:05` and full-width digits, as they should be.
 * Only where nothing can be read in two ways: `2024/1/112:30` is of the 1st or the 11th, `9:5` may
 * lack its last digit, and a small or circled digit may be the mark of a note.
 */
function suggest(text: string): { suggestion?: string } {
  // A PDF gives 月 and 日 as radicals (U+2F00 to U+2FDF), which are signs too.
  if (/(?![\u2F00-\u2FDF])[\p{No}\p{So}]/u.test(text)) return {};
  const plain = text.normalize("NFKC").trim();
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:(?:[\sT]+|(?<=日))(\d{1,2})(?::(?=\d\d)|[时時點点](?=\d\d$|\d\d?分$))(\d\d?)(?:分|:(\d\d))?)?$/.exec(
      plain,
    );
  if (!match) return {};
  const [year, month, day, hour, minute, second] = match.slice(1);
  const date = `${year}-${pad(Number(month), 2)}-${pad(Number(day), 2)}`;
  const time = hour ? ` ${pad(Number(hour), 2)}:${pad(Number(minute), 2)}` : "";
  const suggestion = date + time + (second ? `:${pad(Number(second), 2)}` : "");
  return "instant" in readDate(suggestion, "utc") ? { suggestion } : {};
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** Whole minutes: local mean time, before a zone had an offset, is told to the minute only. */
function offsetText(minutes: number): string {
  const size = Math.round(Math.abs(minutes));
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}
