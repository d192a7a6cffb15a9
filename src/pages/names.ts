import { toHref } from "../content/address.ts";
import type { SiteDate } from "../content/date.ts";
import { catalogue, type Language } from "../messages/index.ts";
import { compareText } from "../problems/problem.ts";
import { foldName, type NameKind, nameAddress, nameKinds, namesAddress } from "../site/names.ts";
import type { Line } from "../site/site.ts";
import { type EntryGroup, yearsOf } from "./entries.ts";
import {
  type Anchor,
  type CommonProps,
  common,
  type Frame,
  groupFrom,
  type Page,
  type PageGroup,
  type Plan,
  pageFrom,
} from "./page.ts";
import { numberOf, type Pager, type Part, pagerOf, partsOf } from "./sealed.ts";

/** A list of what belongs to a tag, an author or a source. */
export interface NameListProps extends CommonProps, Pager {
  title: string;
  name: string;
  /** The index of all names of this kind. */
  index: Anchor;
  groups: EntryGroup[];
}

/** The tags, authors or sources of the site. */
export interface NameIndexProps extends CommonProps, Pager {
  title: string;
  names: Anchor[];
}

/** What belongs to a name. */
export interface NameList {
  /** The name as the newest article writes it. */
  readonly name: string;
  /** When the name was first used. */
  readonly date: SiteDate;
  /** Newest first. */
  readonly articles: readonly Line[];
}

/** The lists of each kind, those first whose name was first used last. */
export type Names = Readonly<Record<NameKind, readonly NameList[]>>;

/** How many names an index page holds at least. */
const indexSize = 500;

/** Puts articles, newest first, into the lists of what they name. */
export function namesIn(articles: readonly Line[]): Names {
  const [tags, authors, sources] = nameKinds.map((kind) => listsOf(articles, kind));
  return { tags, authors, sources } as Names;
}

function listsOf(articles: readonly Line[], kind: NameKind): NameList[] {
  const lists = new Map<string, { name: string; date: SiteDate; articles: Line[] }>();
  // The same by each way to write a name, so that few names are folded.
  const written: typeof lists = new Map();
  const listAt = (key: string, { date }: Line) => {
    const list = lists.get(key) ?? { name: "", date, articles: [] };
    lists.set(key, list);
    return list;
  };
  for (let place = articles.length - 1; place >= 0; place--) {
    const article = articles[place] as Line;
    for (const name of writtenIn(article, kind)) {
      const list = written.get(name) ?? listAt(foldName(name), article);
      written.set(name, list);
      if (list.articles.at(-1) === article) continue;
      list.articles.push(article);
      list.name = name;
    }
  }
  const all = [...lists.values()].reverse();
  for (const list of all) list.articles.reverse();
  return all;
}

function writtenIn({ tags = [], author = [], source }: Line, kind: NameKind): string[] {
  if (kind === "tags") return tags;
  if (kind === "authors") return author;
  return source ? [source.name] : [];
}

/** How many links to lists are remembered at most: a site has few names, and each on many pages. */
const anchorsAtMost = 10_000;
const anchors = new Map<string, Anchor>();

/** A name as a link to its list. */
export function nameAnchor(kind: NameKind, name: string): Anchor {
  const key = `${kind} ${name}`;
  const known = anchors.get(key);
  if (known) return known;
  if (anchors.size === anchorsAtMost) anchors.clear();
  const anchor = { title: name, href: toHref(nameAddress(kind, name)) };
  anchors.set(key, anchor);
  return anchor;
}

/** The indexes of the names that there are. */
export function nameIndexes(names: Names, language: Language): Anchor[] {
  const texts = catalogue(language).page;
  return nameKinds
    .filter((kind) => names[kind].length > 0)
    .map((kind) => ({ title: texts[kind], href: namesAddress(kind) }));
}

/**
 * The lists of each tag, author and source and their indexes, all in sealed pages: a new article
 * changes the newest lists of what it names, and an index only where it brings a new name.
 */
export function* namePages({ site, frame, listed, names }: Plan): Generator<PageGroup> {
  const { pageSize } = site.settings;
  for (const kind of nameKinds) {
    yield groupFrom(namesAddress(kind), [frame, kind, pageSize, listed], () =>
      pagesOf(frame, kind, pageSize, names()[kind]),
    );
  }
}

function* pagesOf(
  frame: Frame,
  kind: NameKind,
  pageSize: number,
  lists: readonly NameList[],
): Generator<Page> {
  for (const part of partsOf(lists, indexSize)) {
    const number = numberOf(part);
    const pager = pagerOf(part, (to) => namesAddress(kind, to));
    const written = part[0].map(({ name }) => name);
    const from = [frame, kind, number, written, pager] as const;
    yield pageFrom(namesAddress(kind, number), "nameIndex", from, indexProps);
  }
  for (const { name, articles } of lists) {
    for (const part of partsOf(articles, pageSize)) {
      const from = [frame, kind, name, part] as const;
      yield pageFrom(nameAddress(kind, name, numberOf(part)), "nameList", from, listProps);
    }
  }
}

function indexProps(
  frame: Frame,
  kind: NameKind,
  number: number | undefined,
  names: readonly string[],
  pager: Pager,
): NameIndexProps {
  const texts = catalogue(frame.lang).page;
  const inOrder = names.map((name) => ({ name, key: foldName(name) }));
  // By code point, which puts names of one first character, such as a surname, beside each other.
  inOrder.sort((a, b) => compareText(a.key, b.key));
  return {
    ...common({ frame }, namesAddress(kind, number), texts[kind], {
      description: texts.namesDescription[kind],
      section: namesAddress(kind),
    }),
    title: texts[kind],
    names: inOrder.map(({ name }) => nameAnchor(kind, name)),
    ...pager,
  };
}

function listProps(frame: Frame, kind: NameKind, name: string, part: Part<Line>): NameListProps {
  const texts = catalogue(frame.lang).page;
  const title = texts.named({ kind: texts[kind], name });
  const index = namesAddress(kind);
  return {
    ...common({ frame }, nameAddress(kind, name, numberOf(part)), title, {
      description: texts.namedDescription[kind](name),
      section: index,
    }),
    title,
    index: { title: texts[kind], href: index },
    name,
    // What is named may be long ago: the year is always told.
    groups: yearsOf(part[0]),
    ...pagerOf(part, (number) => toHref(nameAddress(kind, name, number))),
  };
}
