import type { z } from "zod";
import { renderPage } from "../../layouts/render.tsx";
import { addressOf } from "../content/address.ts";
import { readDate, type SiteDate } from "../content/date.ts";
import { siteSchema } from "../content/schema.ts";
import { planPages } from "../pages/index.ts";
import type { LayoutName, Page } from "../pages/page.ts";
import type { Article, Site, StandingPage } from "../site/site.ts";

/** Articles and sites for tests, made without any file, and a strict reader of their pages. */

/** A date as front matter has it, in the zone of the sites made here. */
export function dateOf(text: string): SiteDate {
  const read = readDate(text, "Asia/Shanghai");
  if ("problem" in read) throw new Error(`Not a date: ${text}`);
  return read;
}

/** What may be said of an article or standing page; `slug` names its file. */
type Written<T> = { slug?: string; updated?: string; aliases?: string[] } & Partial<
  Omit<T, "path" | "address" | "date" | "updated" | "formerAddresses" | "kind">
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
  { updated, aliases = [], ...fields }: { updated?: string; aliases?: string[] } & T,
) {
  return {
    path,
    address: addressOf(path),
    formerAddresses: aliases.map((address) => ({ address, line: 1, column: 1 })),
    html: "<p>Text</p>\n",
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

type Settings = Partial<z.input<typeof siteSchema>>;

/** A site of these articles and pages, with a column for news, and site.yaml as given. */
export function makeSite(
  { articles = [], standingPages = [] }: Partial<Pick<Site, "articles" | "standingPages">>,
  settings: Settings = {},
): Site {
  return {
    settings: siteSchema.parse({
      title: "某某基金会",
      url: "https://www.example.org",
      columns: [{ id: "news", title: "本会动态" }],
      ...settings,
    }),
    articles: articles.toSorted((a, b) => b.date.instant - a.date.instant),
    standingPages,
    withheld: [],
    assets: [],
  };
}

/**
 * A site with every kind of page and every part filled in: sealed lists, several years, pinned,
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
  const standingPages = [
    makeStandingPage({ title: word("关于"), excerpt: word("简介。"), updated: "2018-01-01" }),
    makeStandingPage({ slug: "contact", title: word("联系"), aliases: ["/lianxi.html"] }),
  ];
  return makeSite(
    { articles: [full, older, ...articles], standingPages },
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
        phones: [word("010-63395639"), word("63395661")],
        email: "o'ffice&co@example.org",
      },
      pageSize: "5",
      ...settings,
    },
  );
}

/** The address of the style sheet in pages made here. */
export const stylesheet = "/assets/site.0123abcd.css";

/** Every page of a site. */
export function pagesOf(site: Site): Page[] {
  return [...planPages(site, stylesheet)];
}

/** The page at an address. */
export function pageAt<L extends LayoutName = LayoutName>(site: Site, url: string, layout?: L) {
  const page = pagesOf(site).find((page) => page.url === url);
  if (!page) throw new Error(`No page at ${url}`);
  if (layout && page.layout !== layout) throw new Error(`${url} is a page of kind ${page.layout}`);
  return page as Extract<Page, { layout: L }>;
}

/** The page at an address, rendered and read. */
export function readPage(site: Site, url: string): Element {
  return parseHtml(renderPage(pageAt(site, url)));
}

/** An element of a page; texts and attributes are decoded. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const token =
  /<\/(?<end>\w+)>|<(?<start>\w+)(?<attributes>(?: [\w-]+(?:="[^"<]*")?)*)\/?>|(?<words>[^<]+)/y;
const voidElements = /^(?:br|hr|img|input|link|meta)$/;

/** Reads HTML, and throws where a tag or an entity is not exactly what it should be. */
export function parseHtml(html: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = /^<!doctype html>\n/.exec(html)?.[0].length ?? 0;
  while (token.lastIndex < html.length) {
    const rest = html.slice(token.lastIndex, token.lastIndex + 60);
    const { end, start, attributes = "", words } = token.exec(html)?.groups ?? {};
    if (words !== undefined) open.at(-1)?.children.push(decode(words));
    else if (end) {
      if (open.pop()?.name !== end) throw new Error(`Ends what is not open: ${rest}`);
    } else if (start) {
      const element = { name: start, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(element);
      if (!voidElements.test(start)) open.push(element);
    } else throw new Error(`Not HTML: ${rest}`);
  }
  if (open.length > 1) throw new Error(`Never ended: ${open.at(-1)?.name}`);
  return root;
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)) {
    if (name in attributes) throw new Error(`Twice in one tag: ${name}`);
    attributes[name] = decode(value);
  }
  return attributes;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

function decode(text: string): string {
  return text.replace(/&(?:[\w#]+;)?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`Not escaped: ${text}`);
    return character;
  });
}

/** The elements inside one that have a name, a class or both (`time`, `.tags`, `p.editor`). */
export function all(element: Element, selector = ""): Element[] {
  const [name, className] = selector.split(".");
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const classes = (child.attributes["class"] ?? "").split(" ");
    const matches = (!name || child.name === name) && (!className || classes.includes(className));
    return matches ? [child, ...all(child, selector)] : all(child, selector);
  });
}

/** The first of them. Throws where there is none. */
export function one(element: Element, selector: string): Element {
  const [first] = all(element, selector);
  if (!first) throw new Error(`Nothing matches ${selector}`);
  return first;
}

/** The text of an element and all that is in it. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** The texts of the elements that match. */
export function texts(element: Element, selector: string): string[] {
  return all(element, selector).map(textOf);
}
