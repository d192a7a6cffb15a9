import { expect, test } from "vitest";
import { addressOf, toHref } from "../src/content/address.ts";
import { type HtmlPage, isHtmlPage, type Page } from "../src/pages/page.ts";
import {
  feedStyle,
  makeSite,
  pagesOf,
  render,
  sampleSite,
  stylesheet,
} from "../src/testing/articles.ts";
import { all, parseHtml } from "../src/testing/html.ts";

const pages = pagesOf(sampleSite());
const kinds = [...new Map(pages.map((page) => [page.layout, page]))];

test.each(kinds)("%s: the same props give the same bytes", (_, page) => {
  const text = render(page);
  if (isHtmlPage(page)) expect(text).toMatch(/^<!doctype html>\n<html .*<\/html>\n$/s);
  expect(text).toMatch(/[^\n]\n$/);
  expect(render(page)).toBe(text);
  const again = pagesOf(sampleSite()).find(({ url }) => url === page.url);
  expect(again && render(again)).toBe(text);
});

test.each(kinds)("%s: props that went through JSON give the same bytes", (_, page) => {
  const { url, layout } = page;
  const props = JSON.parse(JSON.stringify(page.props));
  expect(render({ url, layout, props } as Page)).toBe(render(page));
});

test.each(kinds)("%s: rendering leaves the props as they were", (layout, { url, props }) => {
  const before = JSON.stringify(props);
  render({ url, layout, props } as Page);
  expect(JSON.stringify(props)).toBe(before);
});

/** The addresses that a page leads to or loads, feeds among them. */
function linksOf(page: HtmlPage): string[] {
  return all(parseHtml(render(page))).flatMap(({ name, attributes }) => {
    const refresh = /^0; url=(.*)$/.exec(attributes["content"] ?? "")?.[1];
    return name === "meta" ? (refresh ?? []) : (attributes["href"] ?? attributes["src"] ?? []);
  });
}

test.each([
  ["a full", sampleSite()],
  ["an empty", makeSite({})],
  ["an English", sampleSite(() => "Text", { lang: "en" })],
])("%s site has no dead link", (_, site) => {
  const planned = pagesOf(site);
  const pictures = site.articles.flatMap(({ picture }) =>
    picture ? toHref(addressOf(picture)) : [],
  );
  const known = new Set([...planned.map(({ url }) => toHref(url)), stylesheet, ...pictures]);
  for (const page of planned.filter(isHtmlPage)) {
    const links = linksOf(page);
    const inside = links.filter((href) => href.startsWith("/"));
    expect(inside.filter((href) => !known.has(href.replace(/#.*/, "")))).toEqual([]);
    expect(
      links.filter((href) => !/^(?:\/(?!\/)|#|https?:\/\/|mailto:|tel:|data:image\/)/.test(href)),
    ).toEqual([]);
  }
});

test("every page but former addresses, 404 and withdrawn ones, and every feed, can be reached from the home page", () => {
  const byHref = new Map(pages.map((page) => [toHref(page.url), page]));
  const reached = new Set<Page>();
  const follow = (href: string) => {
    const page = byHref.get(href);
    if (!page || reached.has(page)) return;
    reached.add(page);
    if (isHtmlPage(page)) for (const link of linksOf(page)) follow(link.replace(/#.*/, ""));
  };
  follow("/index.html");
  const unreached = pages.filter((page) => !reached.has(page) && page.url !== feedStyle.url);
  // What the script loads is for nobody to visit.
  const others = ["moved", "notFound", "sitemap", "sitemapIndex", "robots", "latest", "withdrawn"];
  expect(new Set(unreached.map(({ layout }) => layout))).toEqual(new Set(others));
});
