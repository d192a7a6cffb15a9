import { siteFile } from "../content/address.ts";
import { defaultTimeZone } from "../content/date.ts";
import { maxFileMilliseconds, readWithinTime, workWithinTime } from "../content/time-limit.ts";
import { walk } from "../content/walk.ts";
import { languages } from "../messages/index.ts";
import { compareText } from "../problems/problem.ts";
import { readArticle, readerFor, readSettings, readStandingPage } from "../site/read.ts";
import { type Decoded, decodeForSure } from "./encoding.ts";
import { hunksOf, splitLines } from "./lines.ts";
import { type Read, readerOf, readSite } from "./meaning.ts";
import { mendText } from "./mend-text.ts";
import { discard, type Original, readOriginal, replace, type Staged, stage } from "./replace.ts";
import { isMendable } from "./rules.ts";

/** How long mending one file may keep the processor busy; it is read several times for that. */
const maxMilliseconds = 10 * maxFileMilliseconds;

/** A file that was mended. */
export interface MendedFile {
  /** Path in the content folder. */
  file: string;
  /** The first line that was changed, from 1; 1 also where only the encoding was. */
  line: number;
  /** What was changed in its text: the hunks of a unified diff; empty where only the encoding was. */
  diff: string;
  /** The encoding it was in, where that was not UTF-8. */
  from?: Decoded["from"];
}

/** A file, what it holds once it is mended, and what is told of that. */
interface Mending {
  original: Original;
  bytes: Buffer;
  mended?: MendedFile;
}

/**
 * Mends what can be mended without guessing in the articles, standing pages and site.yaml of a
 * content folder, writes these files and gives what was changed, sorted. Every other byte of them
 * stays as it was: line ends, byte order mark, spaces. A file is written whole or not at all, and
 * none before all of them are written beside their places; `onChange` is called before the first
 * takes its place. What is too large or takes too long to be read is not mended, and a file stays
 * that has changed meanwhile. Throws what the system has against reading or writing.
 */
export function mendFolder(folder: string, onChange: () => void = () => {}): MendedFile[] {
  const staged: (Staged & { mended: MendedFile })[] = [];
  try {
    for (const { original, bytes, mended } of mendings(folder)) {
      const one = mended && stage(original, bytes);
      if (one) staged.push({ ...one, mended });
    }
    if (staged.length > 0) onChange();
    const replaced = staged.filter(replace).map(({ mended }) => mended);
    return replaced.sort((a, b) => compareText(a.file, b.file));
  } finally {
    for (const one of staged) discard(one);
  }
}

function* mendings(folder: string): Generator<Mending> {
  const { hasSite, articles, standingPages } = walk(folder, () => {});
  const [site] = mendWithinTime(folder, hasSite ? [siteFile] : [], () => readSite);
  if (site) yield site;
  // What the articles are held against depends on site.yaml as it will be.
  const settings = site && readSettings(site.bytes, () => {})?.settings;
  const defaults = { lang: languages[0], timeZone: defaultTimeZone };
  // Nobody keeps bodies here: each is its own name.
  const reader = readerFor(settings ?? defaults, (html) => html);
  for (const [files, read] of [
    [articles, readArticle],
    [standingPages, readStandingPage],
  ] as const) {
    yield* mendWithinTime(folder, files, (file) => readerOf(file, read, reader));
  }
}

function* mendWithinTime(
  folder: string,
  files: readonly string[],
  readerOfFile: (file: string) => Read,
): Generator<Mending> {
  const examineOne = (file: string) => examine(folder, file, readerOfFile(file));
  for (const examined of readWithinTime(files, examineOne, () => {})) {
    if (examined) yield mend(examined);
  }
}

/** A file that is not too much to be read. */
interface Examined {
  original: Original;
  decoded: Decoded;
  read: Read;
  /** Is there anything in it that may be mended? */
  isSpoilt: boolean;
}

function examine(folder: string, file: string, read: Read): Examined | undefined {
  const original = readOriginal(folder, file);
  const decoded = original && decodeForSure(original.bytes);
  if (!decoded) return undefined;
  const { problems } = read(decoded.text);
  const isSpoilt = decoded.from !== undefined || problems.some(({ code }) => isMendable(code));
  return { original, decoded, read, isSpoilt };
}

function mend({ original, decoded, read, isSpoilt }: Examined): Mending {
  const { text, from } = decoded;
  const asItIs = { original, bytes: original.bytes };
  const outcome = isSpoilt
    ? workWithinTime(() => mendText(text, read), maxMilliseconds)
    : undefined;
  if (outcome?.kind !== "done" || outcome.value === undefined) return asItIs;
  const after = outcome.value;
  const bytes = Buffer.from(after, "utf8");
  if (bytes.equals(original.bytes)) return asItIs;
  const linesOf = (whole: string) => splitLines(whole.replace(/^\uFEFF+/, ""));
  const [before, { lines }] = [linesOf(text), linesOf(after)];
  const line =
    Math.max(
      0,
      lines.findIndex((now, index) => now !== before.lines[index]),
    ) + 1;
  const mended = { file: original.file, line, diff: hunksOf(before, lines), ...(from && { from }) };
  return { original, bytes, mended };
}
