import { describe, expect, test } from "vitest";
import { makeArticle, makeArticles, makeSite, pageAt, pagesOf } from "../testing/articles.ts";
import type { ColumnProps } from "./column.ts";

const newestUrl = "/news/index.html";
const all = makeArticles(130);

/** The lists of a column that has the oldest `count` of the articles, by address. */
function listsOf(count: number, pageSize: number): Map<string, ColumnProps> {
  const articles = all.slice(all.length - count);
  const lists = new Map<string, ColumnProps>();
  for (const page of pagesOf(makeSite({ articles }, { pageSize: `${pageSize}` }))) {
    if (page.layout === "column") lists.set(page.url, page.props);
  }
  return lists;
}

function titlesOf({ groups }: ColumnProps): string[] {
  return groups.flatMap(({ entries }) => entries.map(({ title }) => title));
}

/** `count` titles, newest first, down to the article with this number. */
function titlesFrom(oldest: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `第${oldest + index}篇`).reverse();
}

describe.each([5, 7, 20, 64])("pages of %i, for 0 to 130 articles", (size) => {
  const columns = Array.from({ length: all.length + 1 }, (_, count) => {
    const { [newestUrl]: newest = [], ...sealed } = Object.fromEntries(
      [...listsOf(count, size)].map(([url, list]) => [url, titlesOf(list)]),
    );
    return { count, newest, sealed };
  });

  test("every article is on exactly one list", () => {
    for (const { count, newest, sealed } of columns) {
      const listed = [...newest, ...Object.values(sealed).flat()];
      expect(listed.toSorted()).toEqual(titlesFrom(1, count).toSorted());
    }
  });

  test(`sealed lists hold exactly ${size}, numbered from the oldest`, () => {
    for (const { count, sealed } of columns) {
      const length = count < 2 * size ? 0 : Math.floor(count / size) - 1;
      const expected = Array.from({ length }, (_, index) => [
        `/news/page-${index + 1}.html`,
        titlesFrom(index * size + 1, size),
      ]);
      expect(sealed).toEqual(Object.fromEntries(expected));
    }
  });

  test(`the newest list holds ${size} to ${2 * size - 1}, or all while they are fewer`, () => {
    for (const { count, newest } of columns) {
      const held = count < 2 * size ? count : size + (count % size);
      expect(newest).toEqual(titlesFrom(count - held + 1, held));
    }
  });
});

test("a list links to the dozen sealed pages before it, nearest first, with their days", () => {
  const lists = listsOf(5 * 20, 5);
  const numbers = (url: string) =>
    lists.get(url)?.older.map(({ href }) => Number(/page-(\d+)/.exec(href)?.[1]));
  expect(numbers(newestUrl)).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]);
  expect(numbers("/news/page-8.html")).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(numbers("/news/page-1.html")).toEqual([]);
  expect(lists.get("/news/page-2.html")?.older).toEqual([
    { href: "/news/page-1.html", from: "2016-10-01", to: "2016-10-05" },
  ]);
});

test("a sealed page tells its days and leads to the newest list", () => {
  const lists = listsOf(15, 5);
  expect(lists.get("/news/page-2.html")?.sealed).toEqual({
    from: "2016-10-06",
    to: "2016-10-10",
    newest: newestUrl,
  });
  expect(lists.get(newestUrl)).not.toHaveProperty("sealed");
});

test("what is pinned stands on top of the newest list only, and in its place on a sealed page", () => {
  const oldest = makeArticle({ slug: "pinned", title: "置顶", date: "2010-01-01", pinned: true });
  const site = makeSite({ articles: [...makeArticles(14), oldest] }, { pageSize: "5" });
  const [newest, sealed] = [newestUrl, "/news/page-1.html"].map(
    (url) => pageAt(site, url, "column").props,
  );
  expect(newest?.pinned.map(({ title, date }) => [title, date.text])).toEqual([
    ["置顶", "2010-01-01"],
  ]);
  expect(sealed?.pinned).toEqual([]);
  expect(sealed && titlesOf(sealed)).toContain("置顶");
});

test("what is pinned and among the newest stands on top, and not once more below", () => {
  const recent = makeArticle({ slug: "pinned", title: "置顶", date: "2016-10-02", pinned: true });
  const site = makeSite({ articles: [...makeArticles(3), recent] });
  const { props } = pageAt(site, newestUrl, "column");
  expect(props.pinned.map(({ title }) => title)).toEqual(["置顶"]);
  expect(titlesOf(props)).toEqual(["第3篇", "第2篇", "第1篇"]);
});

test("each column lists its own articles, also where it has none", () => {
  const articles = [...makeArticles(2), ...makeArticles(3, "history")];
  const columns = ["news", "history", "culture"].map((id) => ({ id, title: id }));
  const site = makeSite({ articles }, { columns });
  const sizes = columns.map(({ id }) => {
    const { groups } = pageAt(site, `/${id}/index.html`, "column").props;
    return groups.flatMap(({ entries }) => entries).length;
  });
  expect(sizes).toEqual([2, 3, 0]);
});
