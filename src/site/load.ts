import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examineAssets } from "../assets/examine.ts";
import { pageName, toHref } from "../content/address.ts";
import { defaultTimeZone } from "../content/date.ts";
import { defaultLimits, type SiteSettings } from "../content/schema.ts";
import { readWithinTime } from "../content/time-limit.ts";
import { type ContentFiles, siteFile, walk } from "../content/walk.ts";
import { catalogue, type Language, languages } from "../messages/index.ts";
import {
  compareProblems,
  compareText,
  hasErrors,
  type Problem,
  problem,
  withLevel,
} from "../problems/problem.ts";
import { checkAddresses, generatedPages } from "./addresses.ts";
import { reportFaults } from "./assets.ts";
import { type Bodies, bodiesInMemory } from "./bodies.ts";
import { checkLinks, checkUnused, usedAssets } from "./links.ts";
import {
  readArticle,
  readerFor,
  readSettings,
  readStandingPage,
  type SettingsSource,
} from "./read.ts";
import type { Article, Site, StandingPage, Unfinished, Withheld } from "./site.ts";
import { checkTitles } from "./titles.ts";
import { unlink, withheldReason } from "./withhold.ts";

export interface LoadOptions {
  /** The content folder. */
  folder: string;
  /** The moment that decides what is published, in milliseconds since 1970. */
  now: number;
  /** Told from time to time how many of the files are read. */
  onProgress?: (done: number, total: number) => void;
}

/** What a content folder holds. */
export interface Loaded {
  /** The language to tell the problems in. */
  language: Language;
  /** Every problem, sorted, at the levels that site.yaml asks for. */
  problems: Problem[];
  /** How many files were looked at. */
  files: number;
  /** Absent where one of the problems is an error. */
  site?: Site;
}

/** Reads a whole content folder. Rejects only where a file or folder cannot be read at all. */
export async function loadSite({ folder, now, onProgress }: LoadOptions): Promise<Loaded> {
  const found: Problem[] = [];
  const report = (one: Problem) => found.push(one);
  const files = walk(folder, report);
  if (!files.hasSite) report(problem("site-missing", { file: siteFile, line: 1, column: 1 }, {}));
  const [source] = readWithinTime(
    files.hasSite ? [siteFile] : [],
    (file, tell) => readSettings(readFileSync(join(folder, file)), tell),
    report,
  );
  const settings = source?.settings;
  const language = settings?.lang ?? languages[0];

  const bodies = bodiesInMemory();
  const documents = readDocuments(folder, files, settings, bodies, report, onProgress);
  const faults = await examineAssets(folder, files.assets, settings?.limits ?? defaultLimits);
  reportFaults(Object.values(documents).flat(), faults, report);
  if (source) checkSite(folder, source, files, documents, new Set(faults.keys()), report);
  const problems = found.map((one) => withLevel(one, settings?.levels)).sort(compareProblems);
  const count = [files.articles, files.standingPages, files.assets, files.hasSite ? [1] : []];
  const loaded = { language, problems, files: count.flat().length };
  if (hasErrors(problems) || !settings) return loaded;
  return { ...loaded, site: publish(settings, bodies, documents, files, now) };
}

interface Documents {
  articles: Article[];
  standingPages: StandingPage[];
  unfinished: Unfinished[];
}

function readDocuments(
  folder: string,
  files: ContentFiles,
  settings: SiteSettings | undefined,
  bodies: Bodies,
  report: (problem: Problem) => void,
  onProgress: LoadOptions["onProgress"],
): Documents {
  // Where site.yaml is unusable its defaults serve to find the mistakes of the articles as well.
  const defaults = { lang: languages[0], timeZone: defaultTimeZone };
  const reader = readerFor(settings ?? defaults, bodies.keep);
  const total = files.articles.length + files.standingPages.length;
  let done = 0;
  const unfinished: Unfinished[] = [];
  const readAll = <T extends Article | StandingPage>(
    paths: readonly string[],
    read: (...args: Parameters<typeof readArticle>) => T | Unfinished | undefined,
  ) => {
    const result: T[] = [];
    const readOne = (path: string, tell: typeof report) =>
      read(path, readFileSync(join(folder, path)), reader, tell);
    for (const document of readWithinTime(paths, readOne, report)) {
      if (document?.kind === "unfinished") unfinished.push(document);
      else if (document) result.push(document as T);
      onProgress?.(++done, total);
    }
    return result;
  };
  return {
    articles: readAll(files.articles, readArticle),
    standingPages: readAll(files.standingPages, readStandingPage),
    unfinished,
  };
}

/** Reports what single files can't show. */
function checkSite(
  folder: string,
  { settings, positionOf }: SettingsSource,
  files: ContentFiles,
  { articles, standingPages, unfinished }: Documents,
  faulty: ReadonlySet<string>,
  report: (problem: Problem) => void,
): void {
  const pages = [...articles, ...standingPages, ...unfinished];
  const read = new Set(pages.map(({ path }) => path));
  const markdown = [...files.articles, ...files.standingPages];
  const unreadable = new Set(markdown.filter((path) => !read.has(path)));
  const systemPage = catalogue(settings.lang).commands.generatedPage;
  checkColumns(settings, files, report);
  checkNavigation(settings, positionOf, files, report);
  checkAddresses(settings, pages, files.assets, systemPage, report);
  const assets = new Set(files.assets);
  checkLinks(settings, pages, unreadable, assets, report);
  // A file with a problem of its own is told about once.
  const sound = new Set(files.assets.filter((path) => !faulty.has(path)));
  checkUnused(pages, unreadable, sound, report);
  checkTitles(folder, articles, report);
}

/** Each folder of articles must be a column; reported once for the folder. */
function checkColumns(
  { columns }: SiteSettings,
  { articles }: ContentFiles,
  report: (problem: Problem) => void,
): void {
  const known = columns.map(({ id }) => id);
  const told = new Set(known);
  for (const file of articles) {
    const column = file.slice(0, file.indexOf("/"));
    if (told.has(column)) continue;
    told.add(column);
    report(problem("column-unknown", { file, line: 1, column: 1 }, { column, known }));
  }
}

function checkNavigation(
  { columns, navigation = [] }: SiteSettings,
  positionOf: SettingsSource["positionOf"],
  { standingPages }: ContentFiles,
  report: (problem: Problem) => void,
): void {
  const columnIds = columns.map(({ id }) => id);
  const pageIds = [...standingPages.map(pageName), ...Object.keys(generatedPages)];
  for (const [index, { column, page }] of navigation.entries()) {
    const [value, known] = column === undefined ? [page ?? "", pageIds] : [column, columnIds];
    if (known.includes(value)) continue;
    const position = positionOf(["navigation", index, column === undefined ? "page" : "column"]);
    report(problem("navigation-unknown", { file: siteFile, ...position }, { value, known }));
  }
}

/** Leaves out what is withheld at `now`, and sorts the rest. */
function publish(
  settings: SiteSettings,
  bodies: Bodies,
  { articles, standingPages }: Documents,
  { assets }: ContentFiles,
  now: number,
): Site {
  const withheld: Withheld[] = [];
  const hidden = new Set<string>();
  const isPublished = (page: Article | StandingPage) => {
    const reason = withheldReason(page, now);
    if (!reason) return true;
    withheld.push(reason);
    hidden.add(toHref(page.address));
    for (const { address } of page.formerAddresses) hidden.add(toHref(address));
    return false;
  };
  const published = {
    articles: articles.filter(isPublished).sort(compareArticles),
    standingPages: standingPages.filter(isPublished),
  };
  const pages = [...published.articles, ...published.standingPages];
  if (hidden.size > 0) {
    for (const page of pages) {
      if (page.links.length > 0) page.body = bodies.keep(unlink(bodies.get(page.body), hidden));
    }
  }
  return { settings, bodies, ...published, withheld, assets: usedAssets(pages, new Set(assets)) };
}

/** Newest first, then by path. */
function compareArticles(a: Article, b: Article): number {
  return b.date.instant - a.date.instant || compareText(a.path, b.path);
}
