import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";
import { defaultTimeZone } from "../content/date.ts";
import { siteFile, walk } from "../content/walk.ts";
import { languages } from "../messages/index.ts";
import { compareText, type Problem } from "../problems/problem.ts";
import { readArticle, readerFor, readSettings, readStandingPage } from "../site/read.ts";
import { decodeForSure } from "./encoding.ts";
import { mendLine } from "./rules.ts";

/** A file that was mended. */
export interface MendedFile {
  /** Path in the content folder. */
  file: string;
  /** What was changed in its text: the hunks of a unified diff; empty where only the encoding was. */
  diff: string;
  /** The encoding it was in, where that was not UTF-8. */
  from?: "GBK" | "UTF-16";
}

/** The problems of one file, from its bytes. */
type Examine = (bytes: Uint8Array) => Problem[];

/**
 * Mends what can be mended without guessing in the articles, standing pages and site.yaml of a
 * content folder, writes these files and gives what was changed, sorted. Every other byte of them
 * stays as it was: line ends, byte order mark, spaces. A file is written whole or not at all.
 */
export function mendFolder(folder: string): MendedFile[] {
  const files = walk(folder, () => {});
  const site = files.hasSite ? [siteFile] : [];
  const mended = site.flatMap((file) => mendFile(folder, file, examineSettings));
  // What the articles are held against depends on site.yaml as it is now.
  const settings = files.hasSite
    ? readSettings(readFileSync(join(folder, siteFile)), () => {})
    : undefined;
  const defaults = { lang: languages[0], timeZone: defaultTimeZone };
  const reader = readerFor(settings?.settings ?? defaults, () => "");
  const examine =
    (file: string, read: typeof readArticle | typeof readStandingPage): Examine =>
    (bytes) =>
      collect((report) => read(file, bytes, reader, report));
  for (const file of files.articles)
    mended.push(...mendFile(folder, file, examine(file, readArticle)));
  for (const file of files.standingPages) {
    mended.push(...mendFile(folder, file, examine(file, readStandingPage)));
  }
  return mended.sort((a, b) => compareText(a.file, b.file));
}

function collect(examine: (report: (found: Problem) => void) => unknown): Problem[] {
  const problems: Problem[] = [];
  examine((found) => problems.push(found));
  return problems;
}

const examineSettings: Examine = (bytes) => collect((report) => readSettings(bytes, report));

function mendFile(folder: string, file: string, examine: Examine): MendedFile[] {
  const path = join(folder, file);
  const bytes = readFileSync(path);
  const decoded = decodeForSure(bytes);
  if (!decoded) return [];
  const after = mendText(decoded.text, examine);
  const written = Buffer.from(after, "utf8");
  if (written.equals(bytes)) return [];
  replaceFile(path, written);
  const { text, from } = decoded;
  return [{ file, diff: diffOf(text, after), ...(from && { from }) }];
}

/** Mending one mistake uncovers others; no file holds more layers of them than this. */
const maxRounds = 20;

/** The text with every line mended that can be; a line's end and all other lines stay as they are. */
function mendText(text: string, examine: Examine): string {
  const mark = /^\uFEFF*/.exec(text)?.[0] ?? "";
  const parts = text.slice(mark.length).split(/(\r\n?|\n)/);
  const whole = () => mark.slice(0, 1) + parts.join("");
  for (let round = 0; round < maxRounds; round++) {
    const lines = parts.filter((_, index) => index % 2 === 0);
    const changes = new Map<number, string>();
    for (const found of examine(Buffer.from(whole(), "utf8"))) {
      const mended = mendLine(found, lines);
      // A second change of the same line is made in the next round, from the line as it is then.
      if (mended && !changes.has(mended.line)) changes.set(mended.line, mended.text);
    }
    if (changes.size === 0) break;
    for (const [line, changed] of changes) parts[(line - 1) * 2] = changed;
  }
  return whole();
}

function diffOf(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => text.replace(/^\uFEFF+/, ""));
  const patch = structuredPatch("", "", old ?? "", now ?? "", "", "", { context: 1 });
  return patch.hunks.length === 0 ? "" : formatPatch(patch, OMIT_HEADERS);
}

/** Writes beside the file and moves it there, so that it is never half written. */
function replaceFile(path: string, bytes: Uint8Array): void {
  // The walk over the content folder passes such a name by, should the process be killed here.
  const temporary = join(dirname(path), `~$${basename(path)}`);
  writeFileSync(temporary, bytes);
  chmodSync(temporary, statSync(path).mode);
  renameSync(temporary, path);
}
