import { describe, expect, test } from "vitest";
import type { Site } from "../site/site.ts";
import {
  bodies,
  makeArticle,
  makeArticles,
  makeSite,
  pageAt,
  pagesOf,
  sampleSite,
} from "../testing/articles.ts";

const feedAt = (site: Site, url = "/feed.xml") => pageAt(site, url, "atom").props;

/** The only entry of a site with one article. */
function entryOf(article: Parameters<typeof makeArticle>[0], url = "https://www.example.org") {
  const [entry] = feedAt(makeSite({ articles: [makeArticle(article)] }, { url })).entries;
  if (!entry) throw new Error("The feed has no entry");
  return entry;
}

test("a site has a feed in each format, and one for each column, also where it is empty", () => {
  const feeds = pagesOf(sampleSite()).filter(({ layout }) => /^(?:atom|rss|json)/.test(layout));
  expect(feeds.map(({ url, layout }) => [url, layout])).toEqual([
    ["/feed.xml", "atom"],
    ["/rss.xml", "rss"],
    ["/feed.json", "jsonFeed"],
    ...["news", "history", "empty"].flatMap((id) => [
      [`/${id}/feed.xml`, "atom"],
      [`/${id}/rss.xml`, "rss"],
      [`/${id}/feed.json`, "jsonFeed"],
    ]),
  ]);
});

test("a feed has the twenty newest articles, of the site or of its column", () => {
  const articles = [...makeArticles(30), makeArticle({ date: "2016-10-29", column: "history" })];
  const columns = ["news", "history"].map((id) => ({ id, title: id }));
  const site = makeSite({ articles }, { columns });
  const titlesAt = (url: string) => feedAt(site, url).entries.map(({ title }) => title);
  const news = Array.from({ length: 30 }, (_, index) => `第${30 - index}篇`);
  expect(titlesAt("/feed.xml")).toEqual([...news.slice(0, 2), "a", ...news.slice(2, 19)]);
  expect(titlesAt("/news/feed.xml")).toEqual(news.slice(0, 20));
  expect(titlesAt("/history/feed.xml")).toEqual(["a"]);
  const rss = pageAt(site, "/news/rss.xml", "rss").props;
  expect(rss.entries).toEqual(feedAt(site, "/news/feed.xml").entries);
  expect(rss.address).toBe("https://www.example.org/news/rss.xml");
  const json = pageAt(site, "/news/feed.json", "jsonFeed").props;
  expect(json.entries).toEqual(rss.entries);
  expect([json.title, json.home]).toEqual([rss.title, rss.home]);
  expect(pageAt(site, "/rss.xml", "rss").props.entries).toEqual(feedAt(site).entries);
  expect(pageAt(site, "/feed.json", "jsonFeed").props.entries).toEqual(feedAt(site).entries);
});

test("a feed of a column is called after it and leads to its list", () => {
  const { title, description, home, address } = feedAt(sampleSite(), "/news/feed.xml");
  expect([title, description]).toEqual(["本会动态 - 某某基金会", "本会的工作。"]);
  expect(home).toBe("https://www.example.org/news/index.html");
  expect(address).toBe("https://www.example.org/news/feed.xml");
});

describe("the id of an entry", () => {
  const { id } = entryOf({ slug: "兴县 见闻", date: "2017-07-07 10:34" });

  test("is a tag URI of the domain, the day and the address", () => {
    expect(id).toBe(
      "tag:www.example.org,2017-07-07:/news/2017/%E5%85%B4%E5%8E%BF%20%E8%A7%81%E9%97%BB.html",
    );
    // RFC 4151, section 2.1.
    expect(id).toMatch(/^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[\w.!$&'()*+,;=:@/?%~-]+$/);
  });

  test("stays when title, text, time of day, scheme or port change", () => {
    const changed = {
      slug: "兴县 见闻",
      date: "2017-07-07 08:00",
      title: "另题",
      html: "<p>x</p>",
    };
    expect(entryOf({ ...changed, updated: "2018-01-01" }).id).toBe(id);
    expect(entryOf(changed, "http://www.example.org:8080").id).toBe(id);
  });

  test("is another when the day is corrected", () => {
    expect(entryOf({ slug: "兴县 见闻", date: "2017-07-08 10:34" }).id).toBe(
      id.replace("07-07", "07-08"),
    );
  });

  test("has the ASCII form of a Chinese domain", () => {
    expect(entryOf({}, "https://例子.中国").id).toMatch(/^tag:xn--fsqu00a\.xn--fiqs8s,2017-07-07:/);
  });
});

describe("dates", () => {
  test.each([
    [{ date: "2017-07-07 10:34" }, "2017-07-07T10:34:00+08:00", "2017-07-07T10:34:00+08:00"],
    [{ date: "2017-07-07" }, "2017-07-07T00:00:00+08:00", "2017-07-07T00:00:00+08:00"],
    [
      { date: "2017-07-07", updated: "2018-01-02 03:04:05" },
      "2017-07-07T00:00:00+08:00",
      "2018-01-02T03:04:05+08:00",
    ],
  ])("of %j: published %s, updated %s", (article, published, updated) => {
    expect(entryOf(article)).toMatchObject({ published, updated });
  });

  test("a feed changed when one of its articles last did", () => {
    const articles = [
      makeArticle({ slug: "a", date: "2017-07-09" }),
      makeArticle({ slug: "b", date: "2017-07-08", updated: "2018-01-02" }),
      makeArticle({ slug: "c", date: "2017-07-07" }),
    ];
    expect(feedAt(makeSite({ articles })).updated).toBe("2018-01-02T00:00:00+08:00");
    expect(feedAt(makeSite({ articles: articles.slice(0, 1) })).updated).toBe(
      "2017-07-09T00:00:00+08:00",
    );
    expect(feedAt(makeSite({}))).not.toHaveProperty("updated");
  });
});

test("an entry has what the article has, with whole addresses", () => {
  const site = sampleSite();
  const [entry] = feedAt(site, "/history/feed.xml").entries;
  expect(entry).toEqual({
    id: "tag:www.example.org,2018-05-09:/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html",
    title: "兴县见闻",
    address:
      "https://www.example.org/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html",
    published: "2018-05-09T10:34:00+08:00",
    updated: "2018-06-01T00:00:00+08:00",
    authors: ["张三", "李四"],
    source: { name: "兴县先锋", url: 'https://example.com/?q="><b>' },
    tags: ["兴县", "历史"],
    summary: "走访兴县。",
    correction: "更正了第二段。",
    picture: "https://www.example.org/history/2018/%E5%9C%B0%E5%9B%BE.png",
    media: [],
    body: bodies.keep("<p>Text</p>\n"),
  });
});

test("what an editor left out is not in an entry; the first words stand for a summary", () => {
  const keys = [
    "id",
    "title",
    "address",
    "published",
    "updated",
    "authors",
    "tags",
    "body",
    "media",
  ];
  expect(Object.keys(entryOf({}))).toEqual(keys);
  expect(entryOf({ excerpt: "正文" }).summary).toBe("正文");
});
