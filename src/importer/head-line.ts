import { isDate, isTime, readLegacyDate } from "./legacy-date.ts";
import { trimCharacters } from "./trim.ts";

/** What the line (or lines) below the title says. Lines are counted from 0. */
export interface HeadLine {
  /** Its first line. */
  start: number;
  /** The line after its last. */
  end: number;
  /** As the front matter has it; absent where no date can be read. */
  date?: string;
  source?: string;
  author?: string;
  editor?: string;
  /** What belongs to none of these, such as a visitor counter. */
  rest: string[];
}

/** A head line, and whether nothing else can be meant. */
interface Candidate {
  head: HeadLine;
  sure: boolean;
}

type Known = "date" | "source" | "author" | "editor";

interface Part {
  kind: Known | "other";
  value: string;
  /** Label and value, as the page has them. */
  written: string;
}

// A known label may follow a digit or a bracket directly, but never be the end of a longer word
// (更新时间); an unknown one is only believed at the start of a word.
const label =
  /(?:(?<!\p{Script=Han})(?:(?<date>(?:发\s*[布表]\s*)?(?:日\s*期|时\s*间))|(?<source>(?:信息|文章|稿件)?来\s*源)|(?<author>(?:本文|文章)?作\s*者)|(?<editor>(?:本\s*站\s*|责\s*任\s*)?编\s*辑))|(?<=^|[\s|｜])(?<other>\p{Script=Han}{2,6}))\s*[:：]/gu;
// An editor alone stands at the end of the text.
const required = new Set<Part["kind"]>(["date", "source", "author"]);
const paragraph = /。[”’』」）)]*$/;
const separator = /[\s|｜/;；,，]/;

/**
 * Finds the line of `发布日期 / 来源 / 作者` among lines without white space around them, empty lines
 * left out. It may be spread over several lines. Where more than one line could be meant, it is the
 * first with a date and a second part or the word 发布, else the first with a date, else the first.
 * Below a paragraph it is not looked for: there a signature and a date look like one.
 */
export function findHeadLine(lines: readonly string[]): HeadLine | undefined {
  const found: Candidate[] = [];
  for (let at = 0; at < lines.length && !paragraph.test(lines[at] ?? ""); at++) {
    const region = regionAt(lines, at);
    if (!region) continue;
    found.push(region);
    at = region.head.end - 1;
  }
  const best = found.find(({ sure }) => sure) ?? found.find(({ head }) => head.date) ?? found[0];
  return best?.head;
}

/** The head line that starts at a line, if one does. */
function regionAt(lines: readonly string[], start: number): Candidate | undefined {
  const parts: Part[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const more = partsOf(lines[end] ?? "");
    if (!more || repeats(parts, more)) break;
    parts.push(...more);
  }
  // A date without a label is no head line: it may be the end of a letter.
  const labelled = parts.filter(({ written, value }) => written !== value);
  if (!labelled.some(({ kind }) => required.has(kind))) return undefined;
  const kinds = new Set(parts.map(({ kind }) => kind).filter((kind) => kind !== "other"));
  const head = headOf(parts);
  const published = parts.some(({ kind, written }) => kind === "date" && written.startsWith("发"));
  const sure = Boolean(head.date) && (kinds.size > 1 || published);
  return { head: { start, end, ...head }, sure };
}

/** The parts of a line that is nothing but such parts, else nothing. */
function partsOf(line: string): Part[] | undefined {
  if (isDate(line)) return [{ kind: "date", value: line, written: line }];
  const labels = [...line.matchAll(label)];
  const before = trimCharacters(line.slice(0, labels[0]?.index ?? 0), separator);
  const dated = readLegacyDate(before) !== undefined;
  if (/\p{L}/u.test(before) && !dated) return undefined;
  const parts: Part[] = labels.map((match, index) => {
    const written = trimCharacters(line.slice(match.index, labels[index + 1]?.index), separator);
    const value = trimCharacters(written.slice(match[0].length), separator);
    const kind = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name]);
    return { kind: kind as Part["kind"], value, written };
  });
  if (!parts.some(({ kind }) => kind !== "other")) return undefined;
  const kind = dated ? "date" : "other";
  return before ? [{ kind, value: before, written: before }, ...parts] : parts;
}

/** Does a line say again what was said before it? Then it belongs to the text (`时间：…`). */
function repeats(said: readonly Part[], more: readonly Part[]): boolean {
  return more.some(({ kind, value, written }) => {
    const before = said.filter((part) => part.kind === kind);
    if (kind === "other" || before.length === 0) return false;
    if (kind !== "date") return true;
    // The value of an empty label may stand on the next line, and a time on one of its own.
    const unlabelled = written === value;
    return !((unlabelled && before.every((part) => !part.value)) || isTime(value));
  });
}

function headOf(parts: readonly Part[]): Omit<HeadLine, "start" | "end"> {
  const head: Omit<HeadLine, "start" | "end"> = { rest: [] };
  const dates = parts.filter(({ kind, value }) => kind === "date" && value);
  const joined = dates.map(({ value }) => value).join(" ");
  const whole = readLegacyDate(joined);
  const read = whole ?? readLegacyDate(dates[0]?.value ?? "");
  if (read) head.date = read.date;
  if (read?.rest) head.rest.push(read.rest);
  for (const part of parts) {
    const { kind, value, written } = part;
    if (!value && kind !== "other") continue;
    if (kind === "date") {
      if (read && !whole && part !== dates[0]) head.rest.push(written);
    } else if (kind === "other" || head[kind] !== undefined) head.rest.push(written);
    else head[kind] = value;
  }
  return head;
}
