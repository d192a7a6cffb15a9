import { statSync } from "node:fs";
import { join } from "node:path";
import type { Examined, Fault } from "../assets/examine.ts";
import type { AssetFile } from "../assets/variants.ts";
import type { KnownRows, Row } from "../cache/cache.ts";
import { type FileStates, isSameState, stateOf } from "../cache/file-states.ts";
import {
  addressOf,
  extensionOf,
  folderOf,
  pageName,
  siteFile,
  toHref,
} from "../content/address.ts";
import { defaultTimeZone } from "../content/date.ts";
import { hashOfFile } from "../content/hash.ts";
import { defaultLimits, type Limits, type SiteSettings } from "../content/schema.ts";
import type { ContentFiles } from "../content/walk.ts";
import type { Link } from "../markdown/links.ts";
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
import { type Finding, findingOf, hashOfDocument, lookUp, type Unread } from "./documents.ts";
import { DetailsReader, withBody } from "./kept.ts";
import { checkLinks, checkUnused, usedAssets } from "./links.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { ReaderSettings, SettingsSource } from "./read.ts";
import { type Helpers, readAll } from "./read-all.ts";
import type { Article, Document, Site, StandingPage, Unfinished, Withheld } from "./site.ts";
import { checkTitles } from "./titles.ts";
import { steadyAround, unlink, withheldReason } from "./withhold.ts";

export interface LoadOptions {
  /** The content folder. */
  folder: string;
  /** The moment that decides what is published, in milliseconds since 1970. */
  now: number;
  /** What has been made of these files before. */
  cache?: Known | undefined;
  /**
   * What was loaded last, if nothing but these files of it has been written since, each still being
   * a file: then nothing else is looked at.
   */
  since?: { loaded: Loaded; touched: ReadonlySet<string> } | undefined;
  /** What was seen of the folder just now, before anything of it is read. */
  states?: FileStates | undefined;
  /** Other threads that read files as well. */
  helpers?: Helpers | undefined;
  /** Told from time to time how many of the files are read. */
  onProgress?: (done: number, total: number) => void;
  /** Told of each file that was parsed how long that took. */
  onRead?: ((path: string, milliseconds: number) => void) | undefined;
}

/** What is known of the files of a content folder, and where bodies are kept. */
export interface Known extends KnownRows {
  readonly bodies: Bodies;
  /** The `basis` by which rows were made, unless the rows of any other are left out already. */
  readonly basis?: string;
}

/** What a content folder holds. */
export interface Loaded {
  /** The language to tell the problems in. */
  language: Language;
  /** Every problem, sorted, at the levels that site.yaml asks for. */
  problems: Problem[];
  /** How many files were looked at. */
  files: number;
  /** Which files these are, and what site.yaml says. */
  outline: Outline;
  /** Stands for what of site.yaml the rows depend on. */
  basis: string;
  /** What is to be remembered of them, by their paths. */
  rows: Map<string, Row>;
  /** The folders of which all is to be remembered that the cache has. */
  kept: ReadonlySet<string>;
  /** The hash that the row of a file would have that was read now. Throws where it can't be read. */
  hashNow: (path: string) => string;
  /** Absent where one of the problems is an error. */
  site?: Site;
}

/** Reads a whole content folder. Rejects only where a file or folder cannot be read at all. */
export async function loadSite(options: LoadOptions): Promise<Loaded> {
  const { folder, now, since } = options;
  const outline = since?.loaded.outline ?? outlineOf(folder, options.cache, options.states);
  const { files, source, row } = outline;
  const found = [...outline.problems];
  const report = (one: Problem) => found.push(one);
  const settings = source?.settings;
  const language = settings?.lang ?? languages[0];

  // Where site.yaml is unusable its defaults serve to find the mistakes of the articles as well.
  const defaults = { lang: languages[0], timeZone: defaultTimeZone };
  const bodies = options.cache?.bodies ?? bodiesInMemory();
  const { lang, timeZone, levels } = settings ?? { ...defaults, levels: undefined };
  const limits = settings?.limits ?? defaultLimits;
  const basis = JSON.stringify([lang, timeZone, levels, limits]);
  const rows = new Map<string, Row>(row && [[siteFile, row]]);
  const kept = new Set<string>();
  const known = { find: finder(options, basis), rows, isKept: keptFolders(options, kept) };
  const findings = await readDocuments(options, files, settings ?? defaults, bodies, known);
  for (const { problems = [] } of findings) for (const one of problems) report(one);
  const documents = sortOut(findings);
  const faults = await readAssets(options, files.assets, limits, known);
  reportFaults(Object.values(documents).flat(), faults, report);
  if (source) checkSite(folder, source, files, documents, new Set(faults.keys()), report);
  const problems = found.map((one) => withLevel(one, settings?.levels)).sort(compareProblems);
  const count = [files.articles, files.standingPages, files.assets, files.hasSite ? [1] : []];
  const counted = { files: count.flat().length, outline };
  const hashNow = hasher(folder, settings ?? defaults);
  const loaded = { language, problems, ...counted, basis, rows, kept, hashNow };
  if (hasErrors(problems) || !settings) return loaded;
  const site = publish(settings, bodies, documents, files, now);
  return { ...loaded, site: { ...site, files: describe(folder, site.assets, rows) } };
}

/** Finds what is known of a file. */
type Find = (path: string) => Row | undefined;

function finder({ cache }: LoadOptions, basis: string): Find {
  const suits = cache && (cache.basis === undefined || cache.basis === basis);
  return (path) => (suits ? cache.find(path) : undefined);
}

function hasher(folder: string, settings: ReaderSettings): Loaded["hashNow"] {
  return (path) => {
    const hash = hashOfFile(join(folder, path));
    return extensionOf(path) === ".md" ? hashOfDocument(settings, path, hash) : hash;
  };
}

/** What is known of the files, and what is to be remembered of them. */
interface Memory {
  find: Find;
  rows: Map<string, Row>;
  /** Is the whole folder of a file what it was, and kept? */
  isKept: (path: string) => boolean;
}

interface Documents {
  articles: Article[];
  standingPages: StandingPage[];
  unfinished: Unfinished[];
}

/** Tells of a file whether the whole folder that it is right in is what it was; that is kept then. */
function keptFolders({ cache, states }: LoadOptions, kept: Set<string>): (path: string) => boolean {
  let folder = "/";
  let isKept = false;
  return (path) => {
    // Mostly one after the other are in the same folder: it is asked about once.
    if (!path.startsWith(folder) || path.includes("/", folder.length)) {
      folder = folderOf(path);
      isKept = cache?.pathsIn?.(folder, states?.hashOf(folder)) !== undefined;
      if (isKept) kept.add(folder);
    }
    return isKept;
  };
}

/** Reads the articles and standing pages that have changed since they were read last. */
async function readDocuments(
  { folder, since, states, helpers, onProgress, onRead }: LoadOptions,
  files: ContentFiles,
  settings: ReaderSettings,
  bodies: Bodies,
  { find, rows, isKept }: Memory,
): Promise<Finding[]> {
  const details = new DetailsReader(bodies);
  const unread: Unread[] = [];
  const findings: Finding[] = [];
  const look = (path: string, kind: Unread["kind"]) => {
    const known = find(path);
    if (known && isKept(path)) {
      findings.push(findingOf(path, known, details));
      return;
    }
    const isSure = known && since && !since.touched.has(path);
    const found = isSure ? known : lookUp(folder, path, kind, known, states?.get(path));
    if ("kind" in found) unread.push(found);
    else {
      rows.set(path, found);
      findings.push(findingOf(path, found, details));
    }
  };
  for (const path of files.articles) look(path, "article");
  for (const path of files.standingPages) look(path, "standing");
  const total = findings.length + unread.length;
  await readAll(
    { folder, files: unread, settings, bodies, helpers },
    ({ path, row, lasting, milliseconds }) => {
      if (milliseconds !== undefined) onRead?.(path, milliseconds);
      if (lasting) rows.set(path, row);
      findings.push(findingOf(path, row, details));
      onProgress?.(findings.length, total);
    },
  );
  return findings;
}

/** Examines the images and attachments that have changed since they were examined last. */
async function readAssets(
  { folder, since, states }: LoadOptions,
  paths: readonly string[],
  limits: Limits,
  { find, rows, isKept }: Memory,
): Promise<Map<string, readonly Fault[]>> {
  const unread = new Map<string, string>();
  for (const path of paths) {
    const known = find(path);
    const isSure = known && (since ? !since.touched.has(path) : isKept(path));
    const state = isSure ? "" : states?.get(path) || stateOf(statSync(join(folder, path)));
    if (known && (isSure || isSameState(known.state, state))) rows.set(path, known);
    else unread.set(path, state);
  }
  if (unread.size > 0) {
    // What knows the types of files takes a while to load.
    const { examineAssets } = await import("../assets/examine.ts");
    const found = await examineAssets(folder, [...unread.keys()], limits);
    // Examining looks at parts of a file only: its hash is still unknown.
    for (const [path, value] of found) {
      rows.set(path, { state: unread.get(path) ?? "", hash: "", value, texts: [] });
    }
  }
  const faults = new Map<string, readonly Fault[]>();
  for (const path of paths) {
    const { value } = rows.get(path) as Row;
    const { faults: found } = value as Examined;
    if (found.length > 0) faults.set(path, found);
  }
  return faults;
}

/** What pages need to know of these files. Hashes that nobody knows yet are added to the rows. */
function describe(
  folder: string,
  paths: readonly string[],
  rows: Map<string, Row>,
): Map<string, AssetFile> {
  const files = new Map<string, AssetFile>();
  for (const path of paths) {
    const row = rows.get(path) as Row;
    const hash = row.hash || hashOfFile(join(folder, path));
    if (row.hash !== hash) rows.set(path, { ...row, hash });
    const { size, pixels } = row.value as Examined;
    files.set(path, { path, hash, size, ...(pixels && { pixels }) });
  }
  return files;
}

/** The documents of these findings by their kind, each kind by path. */
function sortOut(findings: readonly Finding[]): Documents {
  const documents: Documents = { articles: [], standingPages: [], unfinished: [] };
  for (const { document } of findings) {
    if (document?.kind === "article") documents.articles.push(document);
    else if (document?.kind === "standing") documents.standingPages.push(document);
    else if (document) documents.unfinished.push(document);
  }
  for (const list of Object.values(documents) as Document[][]) {
    list.sort((a, b) => compareText(a.path, b.path));
  }
  return documents;
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
  const unreadable = unreadableAmong(files, pages);
  const systemPage = catalogue(settings.lang).commands.generatedPage;
  checkColumns(settings, files, report);
  checkNavigation(settings, positionOf, files, report);
  checkAddresses(settings, pages, files.assets, systemPage, report);
  const assets = new Set(files.assets);
  checkLinks(settings, pages, unreadable, assets, files.refused, report);
  // A file with a problem of its own is told about once.
  const sound = new Set(files.assets.filter((path) => !faulty.has(path)));
  checkUnused(pages, unreadable, sound, report);
  // What is put right may be published anew under the title of what was withdrawn.
  const valid = articles.filter(({ withdrawn }) => !withdrawn);
  checkTitles(folder, valid, report);
}

/** The files of which not even the parts can be told. */
function unreadableAmong(
  { articles, standingPages }: ContentFiles,
  pages: readonly Document[],
): Set<string> {
  if (pages.length === articles.length + standingPages.length) return new Set();
  const read = new Set(pages.map(({ path }) => path));
  return new Set([...articles, ...standingPages].filter((path) => !read.has(path)));
}

/** Each folder of articles must be a column; reported once for the folder. */
function checkColumns(
  { columns }: SiteSettings,
  { articles }: ContentFiles,
  report: (problem: Problem) => void,
): void {
  const known = columns.map(({ id }) => id);
  const told = new Set(known);
  let last = "/";
  for (const file of articles) {
    // Sorted, those of a folder are beside each other.
    if (file.startsWith(last)) continue;
    const column = file.slice(0, file.indexOf("/"));
    last = `${column}/`;
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
): Omit<Site, "files"> {
  const withheld: Withheld[] = [];
  const hidden = new Set<string>();
  const isPublished = (page: Article | StandingPage) => {
    const reason = withheldReason(page, now);
    if (!reason) return true;
    withheld.push(reason);
    hidden.add(page.address);
    for (const { address } of page.formerAddresses) hidden.add(address);
    return false;
  };
  const unlinked = <T extends Document>(page: T): T => {
    if (hidden.size === 0 || page.links.length === 0) return page;
    const hrefs = page.links
      .map(({ target }) => pageOf(target))
      .filter((address) => hidden.has(address))
      .map((address) => toHref(address));
    if (hrefs.length === 0) return page;
    return withBody(page, bodies.keep(unlink(bodies.get(page.body), new Set(hrefs))));
  };
  // All that is hidden must be known before a link to it is looked for.
  const [keptArticles, keptPages] = [
    articles.filter(isPublished),
    standingPages.filter(isPublished),
  ];
  const site = {
    articles: keptArticles
      .filter((article) => !article.withdrawn)
      .map(unlinked)
      .sort(compareArticles),
    withdrawn: keptArticles.filter((article) => article.withdrawn).sort(compareArticles),
    standingPages: keptPages.map(unlinked),
  };
  const pages = [...site.articles, ...site.standingPages];
  const steady = steadyAround(now, articles);
  return {
    settings,
    bodies,
    ...site,
    withheld,
    steady,
    assets: usedAssets(pages, new Set(assets)),
  };
}

/** The address of the page that a link leads to. */
function pageOf(target: Link["target"]): string {
  if (target.kind === "file") return addressOf(target.path);
  return target.kind === "address" ? target.address : "";
}

/** Newest first, then by path. */
function compareArticles(a: Article, b: Article): number {
  return b.date.instant - a.date.instant || compareText(a.path, b.path);
}
