import { toHref } from "../content/address.ts";
import { hashOf } from "../content/hash.ts";
import { homeAddress } from "../site/addresses.ts";
import type { Bodies } from "../site/bodies.ts";
import type { Article, Site, StandingPage } from "../site/site.ts";
import { textOf } from "./text.ts";
import { spaced } from "./words.ts";

/** What can be found together: the articles of a year, or the pages that are of none. */
export interface SearchIndex {
  /** Where its files are, in the output folder: `search/2017/`. */
  readonly folder: string;
  /** The file that leads to all others of it, in the output folder. */
  readonly entry: string;
  /** The year, or the name of the index of pages. */
  readonly name: string;
  readonly documents: readonly Findable[];
}

/** What can be found. The home page has no body. */
type Findable = Article | StandingPage | HomePage;

interface HomePage {
  kind: "home";
  address: string;
  title: string;
  text: string;
}

/** What Pagefind is told of a page. */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: { title: string; date?: string };
  filters: Record<string, string[]>;
  sort: { date: string };
}

/** The folder of all that the search needs, in the output folder. */
const searchFolder = "search/";

/** How Pagefind names the file that leads to the others of an index. */
const entryName = "pagefind-entry.json";

/** The name of the index of the pages that are of no year. Pagefind itself starts with it. */
export const pagesName = "pages";

/** The indexes of a site: of its pages, then of each year that has articles, the newest first. */
export function searchIndexes({ settings, articles, standingPages }: Site): SearchIndex[] {
  const { title, description: text = "" } = settings;
  const home: HomePage = { kind: "home", address: homeAddress, title, text };
  const years = new Map<string, Article[]>();
  for (const article of articles) {
    const ofYear = years.get(yearOf(article));
    if (ofYear) ofYear.push(article);
    else years.set(yearOf(article), [article]);
  }
  return [
    indexOf(pagesName, searchFolder, [home, ...standingPages]),
    ...Array.from(years, ([year, ofYear]) => indexOf(year, `${searchFolder}${year}/`, ofYear)),
  ];
}

function indexOf(name: string, folder: string, documents: readonly Findable[]): SearchIndex {
  return { folder, entry: folder + entryName, name, documents };
}

/** The year in which an article was published: `2017`. */
export function yearOf({ date }: Pick<Article, "date">): string {
  return date.day.slice(0, 4);
}

/** The entry of the index that a file belongs to, by their paths in the output folder. */
export function entryOf(path: string): string | undefined {
  const folder = /^search\/(?:\d{4}\/)?/.exec(path)?.[0];
  return folder && folder + entryName;
}

/** Stands for all that an index is made from, under a key that stands for the code. */
export function indexFingerprint({ documents }: SearchIndex, key: string): string {
  const lines = documents.map((document) =>
    JSON.stringify([headOf(document), contentOf(document)]),
  );
  return hashOf([key, ...lines].join("\n"));
}

/** The records of an index, one at a time: bodies are large. */
export function* recordsOf(
  { documents }: SearchIndex,
  bodies: Pick<Bodies, "get">,
): Generator<SearchRecord> {
  for (const [at, document] of documents.entries()) {
    const { title, url, day, filters } = headOf(document);
    const text = document.kind === "home" ? document.text : textOf(bodies.get(document.body));
    yield {
      url,
      // Pagefind leaves out what has no text, such as an article of pictures alone.
      content: spaced(text || title),
      // Any language that Pagefind knows has its words cut to their stems.
      language: "unknown",
      // A date in digits alone is a word that hardly anybody looks for.
      meta: { title: spaced(title), ...(day && { date: day.replaceAll("-", "") }) },
      filters,
      // By number, so that what is of one moment keeps its order.
      sort: { date: `${documents.length - at}` },
    };
  }
}

/** What is known of a page without its body. */
function headOf(document: Findable) {
  const { title, address } = document;
  const head = { title, url: toHref(address), day: "", filters: {} };
  if (document.kind !== "article") return head;
  const { column, author, source, date } = document;
  const filters = {
    column: [column],
    ...(author && { author }),
    ...(source && { source: [source.name] }),
  };
  return { ...head, day: date.day, filters };
}

/** Stands for what a page says. */
function contentOf(document: Findable): string {
  return document.kind === "home" ? document.text : document.body;
}
