import { expect, test } from "vitest";
import {
  makeArticle,
  makeArticles,
  makeSite,
  pagesOf,
  readPage,
  render,
} from "../src/testing/articles.ts";
import { texts } from "../src/testing/html.ts";

const articles = makeArticles(130);
const columns = ["news", "history"].map((id) => ({ id, title: id }));

/** The lists of the first column as they are published, by address. */
function listsOf(count: number, pageSize: number, more = articles.slice(0, 0)) {
  const held = [...more, ...articles.slice(articles.length - count)];
  const site = makeSite({ articles: held }, { columns, pageSize: `${pageSize}` });
  const lists = pagesOf(site).filter(
    ({ url, layout }) => layout === "column" && url.startsWith("/news/"),
  );
  return new Map(lists.map((page) => [page.url, render(page)]));
}

test.each([5, 7, 20])(
  "a newer article changes no byte of a sealed page, also when it seals another (pages of %i)",
  (size) => {
    let before = new Map<string, string>();
    for (let count = 0; count <= articles.length; count++) {
      const lists = listsOf(count, size);
      lists.delete("/news/index.html");
      for (const [url, html] of before) expect(lists.get(url)).toBe(html);
      before = lists;
    }
    expect(before.size).toBe(Math.floor(articles.length / size) - 1);
  },
);

test("an article of another column changes no list of this one", () => {
  const other = makeArticle({ column: "history", date: "2020-01-01" });
  expect(listsOf(40, 5, [other])).toEqual(listsOf(40, 5));
});

test("a sealed list tells its days in its head, breadcrumb and text", () => {
  const page = readPage(
    makeSite({ articles: articles.slice(-10) }, { pageSize: "5" }),
    "/news/page-1.html",
  );
  const days = "2016-10-01 至 2016-10-05";
  expect(texts(page, "title")).toEqual([`本会动态 ${days} - 某某基金会`]);
  expect(texts(page, ".lead")).toEqual([days]);
  expect(texts(page, ".breadcrumb")).toEqual([`首页本会动态${days}`]);
  expect(texts(page, ".pager")).toEqual(["最新列表"]);
});

test("the newest list has the description of its column and links to sealed lists by their days", () => {
  const description = "本会的工作。";
  const site = makeSite(
    { articles: articles.slice(-15) },
    { pageSize: "5", columns: [{ id: "news", title: "本会动态", description }] },
  );
  const page = readPage(site, "/news/index.html");
  expect(texts(page, ".lead")).toEqual([description]);
  expect(texts(page, ".pager")).toEqual([
    "更早的文章2016-10-06 至 2016-10-102016-10-01 至 2016-10-05",
  ]);
});

test("a list without sealed lists has no pager, and one without articles says so", () => {
  const page = readPage(makeSite({}), "/news/index.html");
  expect(texts(page, ".pager")).toEqual([]);
  expect(texts(page, ".empty")).toEqual(["这里还没有文章。"]);
});
