import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { makeArticle, makeArticles, makeSite, pageAt, pagesOf } from "../testing/articles.ts";
import { namesIn } from "./names.ts";

const titlesAt = (site: ReturnType<typeof makeSite>, url: string) =>
  pageAt(site, url, "nameList").props.groups.flatMap(({ entries }) =>
    entries.map(({ title }) => title),
  );

test("each tag, author and source has a list of what belongs to it, newest first", () => {
  const articles = [
    makeArticle({ slug: "1", date: "2017-01-01", tags: ["兴县", "历史"], author: ["张三"] }),
    makeArticle({ slug: "2", date: "2017-01-02", tags: ["兴县"], source: { name: "兴县先锋" } }),
    makeArticle({ slug: "3", date: "2017-01-03", author: ["张三", "李四"], column: "history" }),
    makeArticle({ slug: "4", date: "2017-01-04" }),
  ];
  const columns = ["news", "history"].map((id) => ({ id, title: id }));
  const site = makeSite({ articles }, { columns });
  const lists = pagesOf(site).filter(({ layout }) => layout === "nameList");
  expect(Object.fromEntries(lists.map(({ url }) => [url, titlesAt(site, url)]))).toEqual({
    "/tags/兴县.html": ["2", "1"],
    "/tags/历史.html": ["1"],
    "/authors/张三.html": ["3", "1"],
    "/authors/李四.html": ["3"],
    "/sources/兴县先锋.html": ["2"],
  });
  const { title, head, section, index } = pageAt(site, "/tags/兴县.html", "nameList").props;
  expect([title, head.title, head.description]).toEqual([
    ...["标签:兴县", "标签:兴县", "带有标签“兴县”的文章。"],
  ]);
  expect(head.canonical).toBe("https://www.example.org/tags/%E5%85%B4%E5%8E%BF.html");
  expect([section, index]).toEqual([
    "/tags/index.html",
    { title: "标签", href: "/tags/index.html" },
  ]);
});

test("names that differ in case or width alone share a list, under the form of the newest", () => {
  const articles = [
    makeArticle({ slug: "1", date: "2017-01-01", tags: ["wto"] }),
    makeArticle({ slug: "2", date: "2017-01-02", tags: ["ＷＴＯ"] }),
    makeArticle({ slug: "3", date: "2017-01-03", tags: ["WTO", "wto"] }),
  ];
  const site = makeSite({ articles });
  expect(titlesAt(site, "/tags/wto.html")).toEqual(["3", "2", "1"]);
  expect(pageAt(site, "/tags/wto.html", "nameList").props.title).toBe("标签:WTO");
  const [name] = pageAt(site, "/tags/index.html", "nameIndex").props.names;
  expect(name).toEqual({ title: "WTO", href: "/tags/wto.html" });
});

test("an index has every name, those of one first character beside each other", () => {
  const author = ["李四", "Wang", "张三", "李一", "李四"];
  const site = makeSite({ articles: [makeArticle({ author })] });
  const { names, title } = pageAt(site, "/authors/index.html", "nameIndex").props;
  expect([title, names.map((it) => it.title)]).toEqual(["作者", ["Wang", "张三", "李一", "李四"]]);
});

test("a list grows in sealed pages, which a new article leaves as they are", () => {
  const tagged = makeArticles(31).map((article) => ({ ...article, tags: ["兴县"] }));
  const lists = (count: number) => {
    const articles = tagged.slice(tagged.length - count);
    const pages = pagesOf(makeSite({ articles }, { pageSize: "5" }));
    const own = pages.filter(({ layout }) => layout === "nameList");
    return new Map(own.map(({ url, props }) => [url, JSON.stringify(props)]));
  };
  const [before, after] = [lists(30), lists(31)];
  expect([...after.keys()]).toEqual([
    "/tags/兴县.html",
    ...[1, 2, 3, 4, 5].map((number) => `/tags/兴县-page-${number}.html`),
  ]);
  const changed = [...after].filter(([url, props]) => before.get(url) !== props);
  expect(changed.map(([url]) => url)).toEqual(["/tags/兴县.html"]);
  const site = makeSite({ articles: tagged }, { pageSize: "5" });
  const { sealed, older } = pageAt(site, "/tags/兴县-page-2.html", "nameList").props;
  expect(sealed).toEqual({
    ...{ from: "2016-10-06", to: "2016-10-10" },
    newest: "/tags/%E5%85%B4%E5%8E%BF.html",
  });
  expect(older).toEqual([
    {
      href: "/tags/%E5%85%B4%E5%8E%BF-page-1.html",
      ...{ from: "2016-10-01", to: "2016-10-05" },
    },
  ]);
});

test("an index of thousands goes on in sealed pages too, by the days of first use", () => {
  const articles = makeArticles(120).map((article, index) => ({
    ...article,
    tags: Array.from({ length: 10 }, (_, tag) => `t${index}x${tag}`),
  }));
  const pages = pagesOf(makeSite({ articles })).filter(({ layout }) => layout === "nameIndex");
  const tags = pages.filter(({ url }) => url.startsWith("/tags/"));
  expect(tags.map(({ url }) => url)).toEqual(["/tags/index.html", "/tags/page-1.html"]);
  const site = makeSite({ articles });
  const props = tags.map(({ url }) => pageAt(site, url, "nameIndex").props);
  expect(props.map(({ names }) => names.length)).toEqual([700, 500]);
  expect(props[1]?.sealed).toEqual({
    ...{ from: "2016-10-01", to: "2016-11-19" },
    newest: "/tags/index.html",
  });
});

test("where nothing is named, the indexes are there, and nothing leads to them", () => {
  const site = makeSite({ articles: makeArticles(1) });
  const { names, older } = pageAt(site, "/tags/index.html", "nameIndex").props;
  expect([names, older]).toEqual([[], []]);
  expect(pageAt(site, "/archive/index.html", "archive").props.indexes).toEqual([]);
  const { pages } = pageAt(site, "/sitemap.html", "siteMap").props;
  expect(pages.map(({ title }) => title)).toEqual(["文章归档", "搜索"]);
});

test("archive and site map lead to the indexes of what there is", () => {
  const site = makeSite({ articles: [makeArticle({ tags: ["兴县"], author: ["张三"] })] });
  const expected = [
    { title: "标签", href: "/tags/index.html" },
    { title: "作者", href: "/authors/index.html" },
  ];
  expect(pageAt(site, "/archive/index.html", "archive").props.indexes).toEqual(expected);
  expect(pageAt(site, "/sitemap.html", "siteMap").props.pages.slice(-2)).toEqual(expected);
});

test("navigation may lead to an index", () => {
  const site = makeSite({}, { navigation: [{ page: "tags" }, { page: "authors", title: "谁" }] });
  expect(pageAt(site, "/index.html", "home").props.frame.navigation).toEqual([
    { title: catalogue("zh-Hans").page.tags, href: "/tags/index.html" },
    { title: "谁", href: "/authors/index.html" },
  ]);
});

describe("time", () => {
  test("does not grow with the square of the names", () => {
    const base = makeArticle();
    const articles = Array.from({ length: 100_000 }, (_, index) => ({
      ...base,
      author: [`作者${index >> 1}`],
      tags: [`标签${index % 7}`, `标签${index % 1000}`],
    }));
    const { tags, authors } = namesIn(articles);
    expect([tags.length, authors.length]).toEqual([1000, 50_000]);
    // With a square in it, this would take hours.
    const count = pagesOf(makeSite({ articles })).filter(({ layout }) => layout === "nameList");
    expect(count.length).toBeGreaterThan(51_000);
  });
});
