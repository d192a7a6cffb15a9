import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { makeFolder } from "../build/make-folder.ts";
import { asStorageError } from "../build/storage-error.ts";
import { siteFile } from "../content/address.ts";
import { decode } from "../content/decode.ts";
import type { SiteSettings } from "../content/schema.ts";
import { readWithinTime } from "../content/time-limit.ts";
import { textOf, toArticle } from "../importer/markdown.ts";
import { articlePath } from "../importer/name.ts";
import { type LegacyPage, parseLegacyPage, type Unparsed } from "../importer/parse.ts";
import type { Catalogue } from "../messages/index.ts";
import { explain, type Problem, problem } from "../problems/problem.ts";
import { formatProblems } from "../problems/report.ts";
import { type Reader, readArticle, readerFor, readSettings } from "../site/read.ts";
import { type Command, coloursOn, type Invocation } from "./command.ts";
import { CommandError } from "./failure.ts";
import { formatReport, truncate } from "./import-report.ts";

/** An article that is ready to be written. */
interface Draft {
  /** The file that it was made from, as the editor named it. */
  file: string;
  page: LegacyPage;
  /** Path in the content folder. */
  path: string;
  markdown: string;
}

/** `npm run import`. */
export const importCommand: Command = {
  usage: (texts) => texts.import.usage,
  options: ["content", "column"],
  takesFiles: true,
  unchanged: (texts) => texts.import.nothingWritten,
  run: importFiles,
};

/**
 * Turns the texts of legacy pages into articles and reports what it took and what
 * it left out. All are written, or, where anything is wrong with one of them, none. Gives the exit
 * status; throws a `CommandError` where there is nothing to begin with.
 */
async function importFiles({
  files,
  options,
  folder,
  texts,
  changed,
}: Invocation): Promise<number> {
  const say = texts.commands.import;
  if (files.length === 0) throw new CommandError(say.noFiles);
  const settings = readSite(folder, texts);
  const column = chooseColumn(options["column"], settings, texts);
  // Nobody keeps bodies here: each is its own name.
  const reader = readerFor(settings, (html) => html);

  const failures: string[] = [];
  const fail = (message: string) => {
    failures.push(message);
    return undefined;
  };
  const drafts = files
    .map((file) => prepare(file, column, reader, texts, fail))
    .filter((draft) => draft !== undefined);
  checkPaths(drafts, folder, texts, fail);
  const reports = drafts.map(({ page, path }) => formatReport(page, join(folder, path), texts));
  if (failures.length === 0) writeAll(drafts, folder, texts, fail);
  if (failures.length > 0) {
    process.stderr.write(`${failures.join("\n")}\n\n${say.nothingWritten}\n`);
    return 1;
  }
  changed();
  process.stdout.write(reports.join("\n"));
  return 0;
}

type Fail = (message: string) => undefined;

function readSite(folder: string, texts: Catalogue): SiteSettings {
  const problems: Problem[] = [];
  const report = (found: Problem) => problems.push(found);
  const start = { file: siteFile, line: 1, column: 1 };
  const link = linkOn(siteFile, folder);
  if (link) report(symlinkProblem(link));
  else if (!existsSync(join(folder, siteFile))) report(problem("site-missing", start, {}));
  const [source] = readWithinTime(
    problems.length === 0 ? [siteFile] : [],
    (file, tell) => readSettings(readFileSync(join(folder, file)), tell),
    report,
  );
  if (!source) throw new CommandError(tell(problems, folder, texts));
  return source.settings;
}

function chooseColumn(
  wanted: string | undefined,
  { columns }: SiteSettings,
  { commands }: Catalogue,
): string {
  const known = columns.map(({ id }) => id);
  const [first] = known;
  if (wanted === undefined && first !== undefined && known.length === 1) return first;
  if (wanted === undefined) throw new CommandError(commands.import.columnNeeded({ known }));
  if (known.includes(wanted)) return wanted;
  throw new CommandError(commands.import.columnUnknown({ column: wanted, known }));
}

/** Makes an article of a file and reads it as a build would, or tells why that can't be done. */
function prepare(
  file: string,
  column: string,
  reader: Reader,
  texts: Catalogue,
  fail: Fail,
): Draft | undefined {
  const text = readText(file, texts, fail);
  if (text === undefined) return undefined;
  const page = parseLegacyPage(text);
  if ("missing" in page) return fail(explainMissing(file, page, texts));
  const path = articlePath(column, page.date, page.title);
  const markdown = toArticle(page, reader.markdown);

  const problems: Problem[] = [];
  const article = readArticle(path, Buffer.from(markdown), reader, (found) => problems.push(found));
  for (const found of problems.filter(({ level }) => level === "error")) {
    fail(texts.commands.import.invalid({ file, ...explain(found, texts) }));
  }
  if (article?.kind !== "article") return undefined;
  const wanted = page.body.map(({ text: line }) => line).join("\n");
  if (textOf(article.body).trim() !== wanted) {
    throw new Error(`the article made of ${file} does not show the text of the page`);
  }
  return { file, page, path, markdown };
}

function readText(file: string, texts: Catalogue, fail: Fail): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return fail(texts.commands.import.unreadable({ file }));
  }
  return decode(file, bytes, (found) => fail(tell([found], "", texts)));
}

function explainMissing(file: string, found: Unparsed, { commands }: Catalogue): string {
  if (found.missing === "head") return commands.import.headMissing({ file });
  const line = truncate(found.line);
  return found.missing === "title"
    ? commands.import.titleMissing({ file, line })
    : commands.import.dateMissing({ file, line });
}

function checkPaths(drafts: readonly Draft[], folder: string, texts: Catalogue, fail: Fail): void {
  const say = texts.commands.import;
  const sources = new Map<string, string[]>();
  for (const { path, file } of drafts) sources.set(path, [...(sources.get(path) ?? []), file]);
  for (const [path, files] of sources) {
    const article = join(folder, path);
    if (files.length > 1) fail(say.samePath({ files, article }));
    const link = linkOn(posix.dirname(path), folder);
    if (link) {
      fail(tell([symlinkProblem(link)], folder, texts));
    } else if (existsSync(article)) fail(say.exists({ file: files[0] ?? "", article }));
  }
}

/** The first symbolic link on a path in the content folder: nothing is read or written behind one. */
function linkOn(path: string, folder: string): Link | undefined {
  const parts = path.split("/");
  for (let end = 1; end <= parts.length; end++) {
    const file = parts.slice(0, end).join("/");
    const here = join(folder, file);
    if (lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink()) {
      return { file, target: readlinkSync(here) };
    }
  }
  return undefined;
}

interface Link {
  /** Path in the content folder. */
  file: string;
  target: string;
}

function symlinkProblem({ file, target }: Link): Problem {
  return problem("file-symlink", { file, line: 1, column: 1 }, { target });
}

/** Writes all articles; where one can't be written, takes back those that were. */
function writeAll(drafts: readonly Draft[], folder: string, texts: Catalogue, fail: Fail): void {
  const say = texts.commands.import;
  const written: string[] = [];
  for (const { file, path, markdown } of drafts) {
    const article = join(folder, path);
    try {
      makeFolder(dirname(article));
      // Another program may have made the file since it was looked for.
      const handle = openSync(article, "wx");
      written.push(article);
      try {
        writeFileSync(handle, markdown);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      for (const made of written) rmSync(made);
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw asStorageError(error, article);
      fail(say.exists({ file, article }));
      return;
    }
  }
}

function tell(problems: readonly Problem[], folder: string, texts: Catalogue): string {
  return formatProblems(problems, folder, texts, coloursOn(process.stderr)).trimEnd();
}
