import fc from "fast-check";
import { DateTime } from "luxon";
import { afterEach, describe, expect, test } from "vitest";
import { isTimeZone, mailDate, readDate, siteDate, timestamp } from "./date.ts";

const shanghai = "Asia/Shanghai";
const newYork = "America/New_York";

describe("dates that are read", () => {
  test.each([
    ["2017-07-07", shanghai, "2017-07-06T16:00:00Z", "2017-07-07"],
    ["2017-07-07 10:34", shanghai, "2017-07-07T02:34:00Z", "2017-07-07T10:34:00+08:00"],
    ["2017-07-07  10:34", shanghai, "2017-07-07T02:34:00Z", "2017-07-07T10:34:00+08:00"],
    [" 2017-07-07 10:34 ", shanghai, "2017-07-07T02:34:00Z", "2017-07-07T10:34:00+08:00"],
    ["2017-07-07 10:34:56", shanghai, "2017-07-07T02:34:56Z", "2017-07-07T10:34:56+08:00"],
    ["2017-07-07T10:34", shanghai, "2017-07-07T02:34:00Z", "2017-07-07T10:34:00+08:00"],
    ["2017-07-07T10:34+08:00", shanghai, "2017-07-07T02:34:00Z", "2017-07-07T10:34:00+08:00"],
    ["2017-07-07T10:34:05.123Z", shanghai, "2017-07-07T10:34:05Z", "2017-07-07T18:34:05+08:00"],
    ["2017-07-07 22:00-05:00", shanghai, "2017-07-08T03:00:00Z", "2017-07-08T11:00:00+08:00"],
    ["2017-07-07T00:00-00:30", "UTC", "2017-07-07T00:30:00Z", "2017-07-07T00:30:00+00:00"],
    ["2017-07-07 00:00", shanghai, "2017-07-06T16:00:00Z", "2017-07-07T00:00:00+08:00"],
    ["2017-07-07 07:59", shanghai, "2017-07-06T23:59:00Z", "2017-07-07T07:59:00+08:00"],
    ["2024-02-29", shanghai, "2024-02-28T16:00:00Z", "2024-02-29"],
    // China had summer time from 1986 to 1991.
    ["1988-07-01 12:00", shanghai, "1988-07-01T03:00:00Z", "1988-07-01T12:00:00+09:00"],
    ["2024-07-01 12:00", newYork, "2024-07-01T16:00:00Z", "2024-07-01T12:00:00-04:00"],
    ["2024-01-01 12:00", "Asia/Kolkata", "2024-01-01T06:30:00Z", "2024-01-01T12:00:00+05:30"],
  ])("%s in %s", (written, zone, instant, iso) => {
    const [day, time] = iso.split("T");
    const expected = { instant: Date.parse(instant), day, iso };
    expect(readDate(written, zone)).toEqual(
      time ? { ...expected, time: time.slice(0, 5) } : expected,
    );
  });

  test("an hour that comes twice is the first of the two", () => {
    expect(readDate("2024-11-03 01:30", newYork)).toMatchObject({
      iso: "2024-11-03T01:30:00-04:00",
    });
  });

  test("a day whose midnight the clocks skipped is still that day", () => {
    expect(readDate("2018-11-04", "America/Sao_Paulo")).toMatchObject({ day: "2018-11-04" });
  });

  test("local mean time, before there was an offset, is told in whole minutes", () => {
    expect(readDate("1900-01-01 10:00", shanghai)).toMatchObject({
      iso: "1900-01-01T10:00:00+08:06",
    });
  });
});

describe("dates that do not exist", () => {
  test.each([
    ["2024-02-30", shanghai],
    ["2023-02-29", shanghai],
    ["2024-13-45", shanghai],
    ["2024-00-10", shanghai],
    ["2024-01-00", shanghai],
    ["2024-01-01 24:00", shanghai],
    ["2024-01-01 12:60", shanghai],
    ["2024-01-01 12:00:60", shanghai],
    ["2024-02-30T10:00+08:00", shanghai],
    ["2024-03-10 02:30", newYork],
    ["1986-05-04 02:30", shanghai],
  ])("%s in %s", (written, zone) => {
    expect(readDate(written, zone)).toEqual({ problem: "date-calendar" });
  });
});

describe("texts that are no dates, with the right form where it can be told", () => {
  test.each([
    ["2024/1/2", "2024-01-02"],
    ["2024.1.2", "2024-01-02"],
    ["2024-1-2", "2024-01-02"],
    ["2024年3月5日", "2024-03-05"],
    ["2024 年 3 月 5 日", "2024-03-05"],
    ["2024年3月5日 9时5分", "2024-03-05 09:05"],
    ["2024年3月5日9:05", "2024-03-05 09:05"],
    ["2024-1-2 9:05:07", "2024-01-02 09:05:07"],
    ["２０２４－０１－０２", "2024-01-02"],
    ["2024-01-02 10：34", "2024-01-02 10:34"],
    ["2024/1/12 2:30", "2024-01-12 02:30"],
    ["2024年1月1日12:30", "2024-01-01 12:30"],
    ["2024年1月1日12点30", "2024-01-01 12:30"],
    ["2024-1-2T9:05", "2024-01-02 09:05"],
    ["2024年1⽉2⽇", "2024-01-02"],
    ["2024/1/112:30", undefined],
    ["2024-01-0112:30", undefined],
    ["2024年1月112:30", undefined],
    ["2024/1/2 9:5", undefined],
    ["2024/1/2 9:05:7", undefined],
    ["2024年1月2日9点5", undefined],
    ["2024/1/2²", undefined],
    ["2024/1/②", undefined],
    ["2024/1/1㏠", undefined],
    ["2024/13/45", undefined],
    ["2024年2月30日", undefined],
    ["2024/1/2 25:00", undefined],
    ["2017-07-07 10:34+0800", undefined],
    ["2017-07-07T10:34+99:99", undefined],
    ["2017-07-07+08:00", undefined],
    ["七月七日", undefined],
    ["二〇二四年一月二日", undefined],
    ["1/2/2024", undefined],
    ["20240102", undefined],
    ["昨天", undefined],
    ["", undefined],
  ])("%s", (written, suggestion) => {
    const problem = "date-format";
    expect(readDate(written, shanghai)).toEqual(suggestion ? { problem, suggestion } : { problem });
  });
});

describe("the machine has no say", () => {
  const machineZone = process.env["TZ"];
  afterEach(() => {
    if (machineZone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = machineZone;
  });

  test.each(["UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Shanghai"])("TZ=%s", (zone) => {
    process.env["TZ"] = zone;
    expect(readDate("2017-07-07 00:30", shanghai)).toEqual({
      instant: Date.UTC(2017, 6, 6, 16, 30),
      day: "2017-07-07",
      time: "00:30",
      iso: "2017-07-07T00:30:00+08:00",
    });
  });
});

test.each([
  ["2017-07-07", shanghai, "2017-07-07T00:00:00+08:00", "Fri, 07 Jul 2017 00:00:00 +0800"],
  ["2017-07-07 10:34:56", shanghai, "2017-07-07T10:34:56+08:00", "Fri, 07 Jul 2017 10:34:56 +0800"],
  ["2017-07-07T10:34Z", shanghai, "2017-07-07T18:34:00+08:00", "Fri, 07 Jul 2017 18:34:00 +0800"],
  ["2017-01-01", newYork, "2017-01-01T00:00:00-05:00", "Sun, 01 Jan 2017 00:00:00 -0500"],
])("%s in %s is the moment %s, by mail %s", (written, zone, moment, mail) => {
  const date = readDate(written, zone);
  if ("problem" in date) throw new Error(date.problem);
  expect(timestamp(date, zone)).toBe(moment);
  expect(mailDate(moment)).toBe(mail);
});

test("what is no moment is no date of a mail", () => {
  expect(() => mailDate("2017-02-30T00:00:00Z")).toThrow("2017-02-30");
});

test.each([
  ["Asia/Shanghai", true],
  ["UTC", true],
  ["Asia/Beijing", false],
  ["北京", false],
  ["", false],
  ["../../etc/passwd", false],
])("%s as a time zone: %s", (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});

test("dates of every hour around a change of the clocks are those that the zone has", () => {
  const zone = "Asia/Shanghai";
  // Summer time from 1986 to 1991, among others from 4 May to 14 September 1986.
  for (const start of ["1986-05-03T20:00", "1986-09-13T20:00", "1990-04-14T20:00", "2017-07-07"]) {
    const first = DateTime.fromISO(start, { zone });
    for (let minutes = 0; minutes < 600; minutes += 30) {
      const moment = first.plus({ minutes });
      const text = moment.toISO({ suppressMilliseconds: true }) ?? "";
      expect(readDate(text, zone)).toMatchObject({ instant: moment.toMillis(), iso: text });
    }
  }
});

test("dates of any zone and year are those that luxon reads", () => {
  const known = Intl.supportedValuesOf("timeZone");
  // Clocks that change by half an hour, twice for a month of fasting, and by a whole day.
  const odd = ["Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/New_York"];
  const part = (min: number, max: number, width = 2) =>
    fc.integer({ min, max }).map((value) => String(value).padStart(width, "0"));
  const year = fc.oneof({ weight: 9, arbitrary: part(1890, 2040, 4) }, part(0, 9999, 4));
  const day = fc.tuple(year, part(0, 13), part(0, 32)).map((parts) => parts.join("-"));
  const time = fc.tuple(part(0, 24), part(0, 60), fc.option(part(0, 60)));
  const zone = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...odd));
  const agrees = fc.property(day, fc.option(time), zone, (date, clock, name) => {
    const text = clock ? `${date} ${clock.filter((one) => one !== null).join(":")}` : date;
    const [years, month, dayOfMonth] = date.split("-").map(Number);
    const [hour, minute, second] = (clock ?? []).map(Number);
    const parts = { year: years, month, day: dayOfMonth, ...(clock && { hour, minute, second }) };
    const right = DateTime.fromObject(parts as Record<string, number>, { zone: name });
    const isKept =
      right.isValid &&
      Object.entries(parts).every(([unit, value]) => right.get(unit as "day") === value);
    const [first = right] = isKept ? right.getPossibleOffsets() : [];
    expect(readDate(text, name)).toEqual(
      isKept ? siteDate(first, clock !== null) : { problem: "date-calendar" },
    );
  });
  fc.assert(agrees, { numRuns: 5000 });
});

test("dates around every change of the clocks are those that luxon reads", () => {
  for (const zone of [
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
  ]) {
    const start = DateTime.fromISO("2010-12-01T00:17", { zone: "utc" });
    for (let hours = 0; hours < 3 * 366 * 24; hours += 5) {
      const { year, month, day, hour, minute } = start.plus({ hours });
      const right = DateTime.fromObject({ year, month, day, hour, minute }, { zone });
      const [first = right] = right.getPossibleOffsets();
      const read = readDate(start.plus({ hours }).toFormat("yyyy-MM-dd HH:mm"), zone);
      const isKept = right.hour === hour && right.day === day;
      expect(read).toEqual(isKept ? siteDate(first, true) : { problem: "date-calendar" });
    }
  }
});
