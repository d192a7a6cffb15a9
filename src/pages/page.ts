import { pageName, toHref } from "../content/address.ts";
import { once } from "../content/once.ts";
import type { SiteSettings } from "../content/schema.ts";
import type { Language } from "../messages/index.ts";
import {
  columnAddress,
  generatedPages,
  homeAddress,
  searchAddress,
  sectionOf,
} from "../site/addresses.ts";
import { type NameKind, nameKinds } from "../site/names.ts";
import type { Line, Site } from "../site/site.ts";
import type { ArchiveProps, MonthProps } from "./archive.ts";
import type { ArticleProps } from "./article.ts";
import type { ColumnProps } from "./column.ts";
import type { FeedLink } from "./feed-links.ts";
import type { FeedProps } from "./feeds.ts";
import type { HomeProps } from "./home.ts";
import type { LatestProps } from "./latest.ts";
import type { MovedProps } from "./moved.ts";
import type { NameIndexProps, NameListProps, Names } from "./names.ts";
import type { NotFoundProps } from "./not-found.ts";
import type { RelatedIn } from "./related.ts";
import type { RobotsProps } from "./robots.ts";
import type { Script, ScriptProps, Scripts } from "./scripts.ts";
import type { SearchProps } from "./search.ts";
import type { SiteMapProps } from "./site-map.ts";
import type { SitemapProps } from "./sitemap.ts";
import type { StandingProps } from "./standing.ts";
import type { WithdrawnProps } from "./withdrawn.ts";

/** The layouts of HTML pages and what each is given. Props are plain serialisable data. */
export interface DocumentProps {
  home: HomeProps;
  column: ColumnProps;
  article: ArticleProps;
  withdrawn: WithdrawnProps;
  archive: ArchiveProps;
  month: MonthProps;
  nameList: NameListProps;
  nameIndex: NameIndexProps;
  standing: StandingProps;
  siteMap: SiteMapProps;
  search: SearchProps;
  moved: MovedProps;
  notFound: NotFoundProps;
}

/** The layouts of files for machines, and of what a page loads. */
export interface MachineProps {
  latest: LatestProps;
  script: ScriptProps;
  atom: FeedProps;
  rss: FeedProps;
  jsonFeed: FeedProps;
  sitemap: SitemapProps;
  sitemapIndex: SitemapProps;
  robots: RobotsProps;
}

export interface LayoutProps extends DocumentProps, MachineProps {}

export type LayoutName = keyof LayoutProps;

/** A page of the site: its address (`/news/index.html`, not percent-encoded), and what fills it. */
export type Page = {
  [L in LayoutName]: {
    readonly url: string;
    readonly layout: L;
    readonly props: LayoutProps[L];
    /** The file in the content folder whose page it is, if it is that of one. */
    readonly source?: string | undefined;
    /** All that the props are made from, where that is known: values, plain data, lists of such. */
    readonly from?: readonly unknown[];
  };
}[LayoutName];

/** A page that people read. */
export type HtmlPage = Extract<Page, { layout: keyof DocumentProps }>;

const machineLayouts = {
  latest: true,
  script: true,
  atom: true,
  rss: true,
  jsonFeed: true,
  sitemap: true,
  sitemapIndex: true,
  robots: true,
} satisfies Record<keyof MachineProps, true>;

/** Is this a page that people read, and not a file for machines? */
export function isHtmlPage(page: Page): page is HtmlPage {
  return !(page.layout in machineLayouts);
}

/** Has this page a body of its own? Most have, and are made from their own props and body alone. */
export function hasBody(page: Page): page is Extract<Page, { layout: "article" | "standing" }> {
  return page.layout === "article" || page.layout === "standing";
}

/** A link as pages show it. */
export interface Anchor {
  title: string;
  /** Percent-encoded, from the root of the site. */
  href: string;
}

/** What every page of a site has: the same object for all of them. */
export interface Frame {
  lang: Language;
  siteTitle: string;
  /** `https://www.example.org`, without a slash at its end. */
  siteUrl: string;
  /** `www.example.org` */
  siteDomain: string;
  homeHref: string;
  /** Where visitors search the site, if it has a search. */
  searchHref?: string;
  navigation: Anchor[];
  footer: Footer;
  stylesheet: string;
  /** Code that runs before anything is shown. */
  early: string;
  /** The addresses of the scripts that pages load. */
  scripts: { site: string; speech: string };
}

/** The foot of every page, as site.yaml gives it, with links to follow. */
export interface Footer extends Omit<SiteSettings["footer"], "police" | "phones" | "email"> {
  police?: Anchor;
  phones: Anchor[];
  email?: Anchor;
  siteMap: string;
}

/** What a page says of itself in its head. */
export interface Head {
  title: string;
  description?: string;
  /** The whole address of the page. */
  canonical: string;
  /** The feeds that have what this page has. */
  feeds?: FeedLink[];
}

/** What every layout is given besides its own content. */
export interface CommonProps {
  frame: Frame;
  head: Head;
  /** The href of the navigation item that the page belongs to. */
  section?: string;
}

/** What pages of any site are made with. */
export interface Resources {
  /** The address of the style sheet. */
  stylesheet: string;
  /** What pages may load. */
  scripts: Scripts;
  /** By what browsers show feeds. */
  feedStyle: Script;
  /** The version of what encodes images anew; without one they are shown as they are. */
  encoder?: string;
  /** Is the site looked at before it is built? */
  preview?: boolean;
  /** Finds related articles where what it found before is remembered. */
  relatedIn?: RelatedIn;
}

/** What pages are planned from. */
export interface Plan extends Resources {
  site: Site;
  frame: Frame;
  listed: Listed;
  /** Its articles by `2017-07`, in their order. */
  months: () => ReadonlyMap<string, readonly Line[]>;
  /** Its articles by what they name. */
  names: () => Names;
}

/** All that lists are made from of a site's articles: as one object, to be told by one name. */
export interface Listed {
  /** In the order of the articles. */
  readonly lines: readonly Line[];
}

/** Pages that are all in one section of the site, and are made from these values alone. */
export interface PageGroup {
  readonly section: string;
  readonly from: readonly unknown[];
  /** The same each time. */
  readonly pages: () => readonly Page[];
}

/**
 * Makes a page whose props are only put together when they are asked for, and then not kept; the page
 * of a file, where one is told.
 */
export function page<L extends LayoutName>(
  url: string,
  layout: L,
  props: () => LayoutProps[L],
  source?: string,
): Page {
  return new LazyPage(url, layout, props, undefined, source) as unknown as Page;
}

/**
 * Makes a page whose props are put together from these values alone, so that it can be told without
 * doing so whether they are those that they were. `make` must use nothing else that may change.
 */
export function pageFrom<L extends LayoutName, const F extends readonly unknown[]>(
  url: string,
  layout: L,
  from: F,
  make: (...from: F) => LayoutProps[L],
  source?: string,
): Page;
/** The same where `make` has what it is made from already. */
export function pageFrom<L extends LayoutName>(
  url: string,
  layout: L,
  from: readonly unknown[],
  make: () => LayoutProps[L],
): Page;
export function pageFrom<L extends LayoutName>(
  url: string,
  layout: L,
  from: readonly unknown[],
  make: (...from: readonly unknown[]) => LayoutProps[L],
  source?: string,
): Page {
  return new LazyPage(url, layout, make, from, source) as unknown as Page;
}

/**
 * Groups pages of the section that an address is in, which are made from these values alone, so that
 * it can be told without planning them whether they are those that they were. `make` must use nothing
 * else that may change, and is called when somebody asks for the pages first.
 */
export function groupFrom(
  address: string,
  from: readonly unknown[],
  make: () => Iterable<Page>,
): PageGroup {
  return { section: sectionOf(address.slice(1)), from, pages: once(() => [...make()]) };
}

/** Is it a group, and not one page? */
export function isGroup(one: Page | PageGroup): one is PageGroup {
  return "pages" in one;
}

/** The pages of a group, or the one page. */
export function pagesOf(one: Page | PageGroup): readonly Page[] {
  return isGroup(one) ? one.pages() : [one];
}

// A class, so that Eleventy's data cascade passes pages on without copying them.
class LazyPage<L extends LayoutName, F extends readonly unknown[]> {
  readonly url: string;
  readonly layout: L;
  readonly source: string | undefined;
  readonly #make: (...from: F) => LayoutProps[L];
  readonly #from: F | undefined;

  constructor(
    url: string,
    layout: L,
    make: (...from: F) => LayoutProps[L],
    from: F | undefined,
    source: string | undefined,
  ) {
    this.url = url;
    this.layout = layout;
    this.source = source;
    this.#make = make;
    this.#from = from;
  }

  get from(): F | undefined {
    return this.#from;
  }

  get props(): LayoutProps[L] {
    // What is made from nothing that is known takes nothing.
    return this.#make(...(this.#from ?? ([] as unknown as F)));
  }
}

/** The common props of the page at `url`. */
export function common(
  { frame }: Pick<Plan, "frame">,
  url: string,
  title: string,
  options: { description?: string | undefined; section?: string; feeds?: FeedLink[] } = {},
): CommonProps {
  const { description, section, feeds } = options;
  return {
    frame,
    head: {
      title,
      canonical: frame.siteUrl + toHref(url),
      ...(description && { description }),
      ...(feeds && { feeds }),
    },
    ...(section && { section }),
  };
}

/** What the pages are called that the system makes, and that navigation may lead to. */
type GeneratedTitles = Record<"archive" | "siteMap" | NameKind, string>;

/** What every page of the site has, made once. */
export function frameOf(
  site: Site,
  { stylesheet, scripts }: Resources,
  texts: GeneratedTitles,
): Frame {
  const { settings } = site;
  return {
    lang: settings.lang,
    siteTitle: settings.title,
    siteUrl: settings.url,
    siteDomain: new URL(settings.url).hostname,
    homeHref: homeAddress,
    ...(settings.search && { searchHref: searchAddress }),
    navigation: navigationOf(site, texts),
    footer: footerOf(settings),
    stylesheet,
    early: scripts.early.code,
    scripts: { site: scripts.site.url, speech: scripts.speech.url },
  };
}

/** The columns as links, by their ids, in the order of site.yaml. */
export function columnAnchors({ columns }: SiteSettings): Map<string, Anchor> {
  return new Map(columns.map(({ id, title }) => [id, { title, href: columnAddress(id) }]));
}

function navigationOf({ settings, standingPages }: Site, texts: GeneratedTitles): Anchor[] {
  const columns: ReadonlyMap<string | undefined, Anchor> = columnAnchors(settings);
  const pages = new Map<string | undefined, Anchor>();
  for (const { path, address, title } of standingPages) {
    pages.set(pageName(path), { title, href: toHref(address) });
  }
  const archive = { title: texts.archive, href: generatedPages.archive };
  if (!settings.navigation) return [...columns.values(), archive, ...pages.values()];
  pages.set("archive", archive);
  for (const kind of nameKinds) {
    pages.set(kind, { title: texts[kind], href: generatedPages[kind] });
  }
  pages.set("sitemap", { title: texts.siteMap, href: generatedPages.sitemap });
  return settings.navigation.flatMap(({ column, page: name, title }) => {
    const found = columns.get(column) ?? pages.get(name);
    // A page that is withheld for now is not there to be led to.
    return found ? [{ ...found, ...(title && { title }) }] : [];
  });
}

function footerOf({ footer }: SiteSettings): Footer {
  const { police, phones = [], email, ...texts } = footer;
  return {
    ...texts,
    // https://beian.mps.gov.cn/ looks a filing up by its digits.
    ...(police && {
      police: {
        title: police,
        href: `https://beian.mps.gov.cn/#/query/webSearch?code=${police.replace(/\D/g, "")}`,
      },
    }),
    phones: phones.map((title) => ({ title, href: telephoneHref(title) })),
    ...(email && { email: { title: email, href: mailHref(email) } }),
    siteMap: generatedPages.sitemap,
  };
}

/** Dials the first number: what follows it, `/63395661` or `转 801`, is not dialled with it. */
function telephoneHref(written: string): string {
  const [number = ""] = /\+?\d[\d\s()（）\p{Pd}]*/u.exec(written) ?? [];
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}

/** RFC 6068: only the `@` is kept, so that nothing of an address is read as a subject or a copy. */
function mailHref(address: string): string {
  return `mailto:${address.split("@").map(encodeURIComponent).join("@")}`;
}
