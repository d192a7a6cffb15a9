import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import {
  htmlPagesOf,
  makeArticle,
  makeSite,
  readPage,
  render,
  sampleSite,
  scripts,
} from "../src/testing/articles.ts";
import { all, type Element, one, parseHtml, textOf } from "../src/testing/html.ts";
import { StructuredData } from "./structured-data.tsx";

const site = sampleSite();
const articleUrl = '/history/2018/兴县 "见闻"\'s.html';
const canonical =
  "https://www.example.org/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html";

/** The structured data of a page; what is in a graph is given one by one. */
function dataOf(root: Element): Record<string, unknown>[] {
  const written = all(root, "script").filter(({ attributes }) => !("src" in attributes));
  const inline = written.filter((script) => textOf(script) !== scripts.early.code);
  const parsed = inline.map((script) => {
    expect(script.attributes).toEqual({ type: "application/ld+json" });
    return JSON.parse(textOf(script));
  });
  return parsed.flatMap(({ "@context": context, ...data }) => {
    expect(context).toBe("https://schema.org");
    return data["@graph"] ?? [data];
  });
}

const dataAt = (url: string, type: string, from = site) =>
  dataOf(readPage(from, url)).filter((data) => data["@type"] === type);

const publisher = {
  "@type": "Organization",
  "@id": "https://www.example.org/#organization",
  name: "某某基金会",
  url: "https://www.example.org/",
};

test("the home page tells of the institution and of the site", () => {
  expect(dataOf(readPage(site, "/index.html"))).toEqual([
    {
      ...publisher,
      address: "广安路9号院",
      telephone: ["010-63395639", "63395661"],
      email: "o'ffice&co@example.org",
    },
    {
      "@type": "WebSite",
      "@id": "https://www.example.org/#website",
      name: "某某基金会",
      url: "https://www.example.org/",
      description: "某某基金会的网站。",
      inLanguage: "zh-Hans",
      publisher: { "@id": publisher["@id"] },
      potentialAction: {
        "@type": "SearchAction",
        target: {
          "@type": "EntryPoint",
          urlTemplate: "https://www.example.org/search.html?q={search_term_string}",
        },
        "query-input": "required name=search_term_string",
      },
    },
  ]);
});

test("a site without a search tells of none", () => {
  const [site] = dataAt("/index.html", "WebSite", makeSite({}, { search: "false" }));
  expect(site).not.toHaveProperty("potentialAction");
});

test("an institution of which site.yaml says nothing is called like its site", () => {
  expect(dataAt("/index.html", "Organization", makeSite({}))).toEqual([publisher]);
});

test("an article tells what it is", () => {
  expect(dataAt(articleUrl, "NewsArticle")).toEqual([
    {
      "@type": "NewsArticle",
      mainEntityOfPage: canonical,
      headline: "兴县见闻",
      datePublished: "2018-05-09T10:34:00+08:00",
      dateModified: "2018-06-01",
      inLanguage: "zh-Hans",
      articleSection: "史话",
      image: ["https://www.example.org/history/2018/%E5%9C%B0%E5%9B%BE.png"],
      author: [
        {
          "@type": "Person",
          name: "张三",
          url: "https://www.example.org/authors/%E5%BC%A0%E4%B8%89.html",
        },
        {
          "@type": "Person",
          name: "李四",
          url: "https://www.example.org/authors/%E6%9D%8E%E5%9B%9B.html",
        },
      ],
      publisher,
      creditText: "兴县先锋",
      isBasedOn: { "@type": "CreativeWork", url: 'https://example.com/?q="><b>' },
      correction: "更正了第二段。",
    },
  ]);
});

test("what an editor left out is not in the data; an article was last changed when published", () => {
  const articles = [makeArticle({ date: "2017-07-07", source: { name: "兴县先锋" } })];
  const [data] = dataAt("/news/2017/a.html", "NewsArticle", makeSite({ articles }));
  expect(Object.keys(data ?? {})).toEqual([
    ...["@type", "mainEntityOfPage", "headline", "datePublished", "dateModified", "inLanguage"],
    ...["articleSection", "publisher", "creditText"],
  ]);
  expect(data?.["dateModified"]).toBe("2017-07-07");
});

test("the breadcrumb of every page that has one is told as it is shown", () => {
  const pages = htmlPagesOf(site).map((page) => parseHtml(render(page)));
  const withBreadcrumb = pages.filter((root) => all(root, ".breadcrumb").length > 0);
  expect(withBreadcrumb.length).toBeGreaterThan(130);
  for (const root of withBreadcrumb) {
    const [data, ...more] = dataOf(root).filter((it) => it["@type"] === "BreadcrumbList");
    const shown = all(one(root, ".breadcrumb"), "li").map((step, index) => {
      const [link] = all(step, "a");
      const item = link && { item: `https://www.example.org${link.attributes["href"]}` };
      return { "@type": "ListItem", position: index + 1, name: textOf(step), ...item };
    });
    expect(more).toEqual([]);
    expect(data?.["itemListElement"]).toEqual(shown);
  }
});

test("pages without a breadcrumb and without news tell nothing", () => {
  for (const url of ["/404.html", "/lianxi.html"]) expect(dataOf(readPage(site, url))).toEqual([]);
});

describe.each([
  "</script><b>",
  "<!-- <script>",
  "]]>",
  `"'&lt;&amp;\\`,
  "\u2028\u2029",
  "𠮷😀",
  "\u202E\u2066",
])("%j", (hostile) => {
  const html = renderToString(<StructuredData data={{ name: hostile }} />);

  test("is read back as it was, and nothing of it is markup", () => {
    const root = parseHtml(`<!doctype html><html><head><title>a</title>${html}</head></html>`);
    expect(dataOf(root)).toEqual([{ name: hostile }]);
    expect(all(root).map(({ name }) => name)).toEqual(["html", "head", "title", "script", "body"]);
    expect(html).toMatch(/^<script type="application\/ld\+json">[^<\u2028\u2029]*<\/script>$/);
  });

  test("is in an article's data as it was", () => {
    const attacked = sampleSite((text) => text + hostile);
    const [data] = dataAt(articleUrl, "NewsArticle", attacked);
    expect(data).toMatchObject({
      headline: `兴县见闻${hostile}`,
      correction: `更正了第二段。${hostile}`,
      creditText: `兴县先锋${hostile}`,
    });
  });
});
