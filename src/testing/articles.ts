import { renderPage } from "../../layouts/render.tsx";
import { addressOf } from "../content/address.ts";
import { readDate, type SiteDate } from "../content/date.ts";
import { siteFields, type WrittenSettings } from "../content/schema.ts";
import { planPages } from "../pages/index.ts";
import { type HtmlPage, isHtmlPage, type LayoutName, type Page } from "../pages/page.ts";
import { type Script, type Scripts, scriptNames } from "../pages/scripts.ts";
import { bodiesInMemory } from "../site/bodies.ts";
import type { Article, Site, StandingPage } from "../site/site.ts";
import { type Element, parseHtml } from "./html.ts";

/** Articles and sites for tests, made without any file. */

/** A date as front matter has it, in the zone of the sites made here. */
export function dateOf(text: string): SiteDate {
  const read = readDate(text, "Asia/Shanghai");
  if ("problem" in read) throw new Error(`Not a date: ${text}`);
  return read;
}

/** The bodies of all articles made here. */
export const bodies = bodiesInMemory();

/** What may be said of an article or standing page; `slug` names its file, `html` is its body. */
type Written<T> = { slug?: string; html?: string; updated?: string; aliases?: string[] } & Partial<
  Omit<T, "path" | "address" | "date" | "updated" | "formerAddresses" | "kind" | "body">
>;

/** An article; without a word of its own it is a short piece of news without source or author. */
export function makeArticle({
  slug = "a",
  date = "2017-07-07",
  column = "news",
  ...rest
}: Written<Article> & {
  date?: string;
} = {}): Article {
  const published = dateOf(date);
  const path = `${column}/${published.day.slice(0, 4)}/${slug}.md`;
  return { kind: "article", column, date: published, title: slug, ...documentOf(path, rest) };
}

/** A standing page. */
export function makeStandingPage({
  slug = "about",
  ...rest
}: Written<StandingPage> = {}): StandingPage {
  return { kind: "standing", title: slug, ...documentOf(`pages/${slug}.md`, rest) };
}

function documentOf<T extends object>(
  path: string,
  {
    html = "<p>Text</p>\n",
    updated,
    aliases = [],
    ...fields
  }: { html?: string; updated?: string; aliases?: string[] } & T,
) {
  return {
    path,
    address: addressOf(path),
    formerAddresses: aliases.map((address) => ({ address, line: 1, column: 1 })),
    body: bodies.keep(html),
    outline: [],
    excerpt: "",
    links: [],
    ...fields,
    ...(updated && { updated: dateOf(updated) }),
  };
}

/** Articles of one column, one a day from 1 October 2016 on, newest first. */
export function makeArticles(count: number, column = "news"): Article[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2016, 9, 1 + index)).toISOString().slice(0, 10);
    return makeArticle({ slug: `${index + 1}`, title: `第${index + 1}篇`, date: day, column });
  }).reverse();
}

type Settings = Partial<WrittenSettings>;

/** A site of these articles and pages, with a column for news, and site.yaml as given. */
export function makeSite(
  { articles = [], standingPages = [] }: Partial<Pick<Site, "articles" | "standingPages">>,
  settings: Settings = {},
): Site {
  const sorted = articles.toSorted((a, b) => b.date.instant - a.date.instant);
  return {
    settings: siteFields.schema().parse({
      title: "某某基金会",
      url: "https://www.example.org",
      columns: [{ id: "news", title: "本会动态" }],
      ...settings,
    }),
    bodies,
    articles: sorted.filter(({ withdrawn }) => !withdrawn),
    withdrawn: sorted.filter(({ withdrawn }) => withdrawn),
    standingPages,
    withheld: [],
    steady: [0, 0],
    assets: [],
    files: new Map(),
  };
}

/**
 * A site with every kind of file and every part filled in: sealed lists, several years, pinned,
 * moved and corrected articles. Each text of an editor passes through `word` first.
 */
export function sampleSite(
  word: (text: string) => string = (text) => text,
  settings: Settings = {},
): Site {
  const full = makeArticle({
    slug: '兴县 "见闻"\'s',
    title: word("兴县见闻"),
    date: "2018-05-09 10:34",
    column: "history",
    source: { name: word("兴县先锋"), url: 'https://example.com/?q="><b>' },
    author: [word("张三"), word("李四")],
    editor: word("王五"),
    summary: word("走访兴县。"),
    tags: [word("兴县"), word("历史")],
    picture: "history/2018/地图.png",
    updated: "2018-06-01",
    pinned: true,
    correction: word("更正了第二段。"),
    aliases: ["/old/兴县.html"],
  });
  const articles = makeArticles(104).map((article) => ({
    ...article,
    title: word(article.title),
    excerpt: word("正文。"),
  }));
  const older = makeArticle({ slug: "old", title: word("旧事"), column: "history" });
  const withdrawn = makeArticle({
    ...{ slug: "withdrawn", title: word("撤下的"), column: "history" },
    ...{ withdrawn: word("引文有误。"), aliases: ["/old/withdrawn.html"] },
  });
  const standingPages = [
    makeStandingPage({ title: word("关于"), excerpt: word("简介。"), updated: "2018-01-01" }),
    makeStandingPage({ slug: "contact", title: word("联系"), aliases: ["/lianxi.html"] }),
  ];
  return makeSite(
    { articles: [full, older, withdrawn, ...articles], standingPages },
    {
      title: word("某某基金会"),
      description: word("某某基金会的网站。"),
      columns: [
        { id: "news", title: word("本会动态"), description: word("本会的工作。") },
        { id: "history", title: word("史话") },
        { id: "empty", title: word("空栏目") },
      ],
      footer: {
        sponsor: word("某某基金会"),
        icp: word("晋ICP备15001143号-1"),
        police: word("晋公网安备 14010000000000号"),
        copyright: word("版权所有"),
        addressLabel: word("办公地址"),
        address: word("广安路9号院"),
        postcode: word("100073"),
        phones: [`010-63395639${word("")}`, `63395661${word("")}`],
        email: "o'ffice&co@example.org",
      },
      pageSize: "5",
      latest: "fragment",
      ...settings,
    },
  );
}

/** The address of the style sheet in pages made here. */
export const stylesheet = "/assets/site.0123abcd.css";

/** The scripts of pages made here. */
export const scripts = Object.fromEntries(
  scriptNames.map((name) => [name, { url: `/assets/${name}.0123abcd.js`, code: `"${name}";\n` }]),
) as Scripts;

/** The style sheet of feeds in pages made here. */
export const feedStyle: Script = { url: "/assets/feed.0123abcd.css", code: "feed{}\n" };

/** Every page of a site. */
export function pagesOf(site: Site): Page[] {
  return [...planPages(site, { stylesheet, scripts, feedStyle })];
}

/** Every page of a site that people read. */
export function htmlPagesOf(site: Site): HtmlPage[] {
  return pagesOf(site).filter(isHtmlPage);
}

/** The page at an address: of the given kind, or one that people read. */
export function pageAt<L extends LayoutName = HtmlPage["layout"]>(
  site: Site,
  url: string,
  layout?: L,
) {
  const page = pagesOf(site).find((page) => page.url === url);
  if (!page) throw new Error(`No page at ${url}`);
  const wanted = layout ? page.layout === layout : isHtmlPage(page);
  if (!wanted) throw new Error(`${url} is a page of kind ${page.layout}`);
  return page as Extract<Page, { layout: L }>;
}

/** A page of a site made here as the text of its file. */
export function render(page: Page): string {
  return renderPage(page, bodies);
}

/** The file at an address as text, whatever its kind. */
export function fileAt(site: Site, url: string): string {
  const page = pagesOf(site).find((page) => page.url === url);
  if (!page) throw new Error(`No file at ${url}`);
  return render(page);
}

/** The page at an address, rendered and read. */
export function readPage(site: Site, url: string): Element {
  return parseHtml(render(pageAt(site, url)));
}
