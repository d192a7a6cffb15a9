import { parseFeed } from "@rowanmanning/feed-parser";
import { describe, expect, test } from "vitest";
import {
  feedStyle,
  fileAt,
  makeArticle,
  makeArticles,
  makeSite,
  sampleSite,
} from "../src/testing/articles.ts";
import { textOf } from "../src/testing/html.ts";
import { childrenOf, parseXml, type XmlElement } from "../src/testing/xml.ts";

const atomNamespace = "http://www.w3.org/2005/Atom";
const full = sampleSite();
const empty = makeSite({});

/** An element and all in it as nested lists: name, attributes, then children or text. */
function plain({ name, attributes, children }: XmlElement): unknown[] {
  const inside = children.map((child) => (typeof child === "string" ? child : plain(child)));
  return Object.keys(attributes).length > 0 ? [name, attributes, ...inside] : [name, ...inside];
}

const textsOf = (element: XmlElement, name: string) => childrenOf(element, name).map(textOf);
const only = (element: XmlElement, name: string): XmlElement => {
  const [first, ...more] = childrenOf(element, name);
  if (!first || more.length > 0) throw new Error(`${more.length + 1} elements ${name}`);
  return first;
};

const url =
  "https://www.example.org/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html";
const id = url.replace("https://www.example.org", "tag:www.example.org,2018-05-09:");
const corrected =
  '<aside class="correction" aria-label="更正说明"><p><strong>更正说明</strong></p><p>更正了第二段。</p></aside><div class="body"><p>Text</p>\n</div>';

describe("Atom", () => {
  test("a feed names itself, its page, its language, its institution and its last change", () => {
    const feed = parseXml(fileAt(full, "/history/feed.xml"));
    expect([feed.name, feed.namespace]).toEqual(["feed", atomNamespace]);
    expect(feed.attributes["xml:lang"]).toBe("zh-Hans");
    const head = feed.children.filter(
      (child) => typeof child === "object" && !/^(?:h:p|entry)$/.test(child.name),
    );
    expect(head.map((child) => plain(child as XmlElement))).toEqual([
      ["id", "https://www.example.org/history/feed.xml"],
      ["title", "史话 - 某某基金会"],
      ["updated", "2018-06-01T00:00:00+08:00"],
      ["author", ["name", "某某基金会"], ["uri", "https://www.example.org/history/index.html"]],
      [
        "link",
        {
          rel: "self",
          type: "application/atom+xml",
          href: "https://www.example.org/history/feed.xml",
        },
      ],
      [
        "link",
        {
          rel: "alternate",
          type: "text/html",
          href: "https://www.example.org/history/index.html",
        },
      ],
    ]);
    expect(textsOf(parseXml(fileAt(full, "/feed.xml")), "subtitle")).toEqual([
      "某某基金会的网站。",
    ]);
  });

  test("an entry has everything that the article has", () => {
    const [entry, second] = childrenOf(parseXml(fileAt(full, "/history/feed.xml")), "entry");
    expect(entry && plain(entry)).toEqual([
      "entry",
      ["id", id],
      ["title", "兴县见闻"],
      ["link", { rel: "alternate", type: "text/html", href: url }],
      ["published", "2018-05-09T10:34:00+08:00"],
      ["updated", "2018-06-01T00:00:00+08:00"],
      ["author", ["name", "张三"]],
      ["author", ["name", "李四"]],
      ["category", { term: "兴县" }],
      ["category", { term: "历史" }],
      [
        "source",
        ["title", "兴县先锋"],
        ["link", { rel: "alternate", href: 'https://example.com/?q="><b>' }],
      ],
      ["summary", "走访兴县。"],
      ["content", { type: "html" }, corrected],
    ]);
    expect(second?.children.map((child) => (child as XmlElement).name)).toEqual([
      ...["id", "title", "link", "published", "updated", "content"],
    ]);
  });

  test("a feed without entries has all that the format demands, and no date of the clock", () => {
    const feed = parseXml(fileAt(empty, "/news/feed.xml"));
    expect(childrenOf(feed, "entry")).toEqual([]);
    expect(textsOf(feed, "updated")).toEqual(["1970-01-01T00:00:00Z"]);
    const names = feed.children.map((child) => (child as XmlElement).name);
    expect(names).toEqual(["h:p", "id", "title", "updated", "author", "link", "link"]);
  });
});

describe("RSS", () => {
  test("a channel names itself, its page, its language and its last change", () => {
    const rss = parseXml(fileAt(full, "/rss.xml"));
    expect([rss.name, rss.attributes["version"], rss.attributes["xml:lang"]]).toEqual([
      ...["rss", "2.0", "zh-Hans"],
    ]);
    const channel = only(rss, "channel");
    const head = channel.children.filter(
      (child) => !/^(?:h:p|item)$/.test((child as XmlElement).name),
    );
    expect(head.map((child) => plain(child as XmlElement))).toEqual([
      ["title", "某某基金会"],
      ["link", "https://www.example.org/index.html"],
      ["description", "某某基金会的网站。"],
      ["language", "zh-Hans"],
      ["lastBuildDate", "Fri, 01 Jun 2018 00:00:00 +0800"],
      [
        "atom:link",
        { rel: "self", type: "application/rss+xml", href: "https://www.example.org/rss.xml" },
      ],
    ]);
    expect(only(channel, "atom:link").namespace).toBe(atomNamespace);
  });

  test("an item has everything that the article has", () => {
    const [item] = childrenOf(only(parseXml(fileAt(full, "/rss.xml")), "channel"), "item");
    expect(item && plain(item)).toEqual([
      "item",
      ["title", "兴县见闻"],
      ["link", url],
      ["guid", { isPermaLink: "false" }, id],
      ["pubDate", "Wed, 09 May 2018 10:34:00 +0800"],
      ["dc:creator", "张三"],
      ["dc:creator", "李四"],
      ["category", "兴县"],
      ["category", "历史"],
      ["source", { url: 'https://example.com/?q="><b>' }, "兴县先锋"],
      ["description", "走访兴县。"],
      ["content:encoded", corrected],
    ]);
    expect(item && only(item, "content:encoded").namespace).toBe(
      "http://purl.org/rss/1.0/modules/content/",
    );
    expect(item && childrenOf(item, "dc:creator")[0]?.namespace).toBe(
      "http://purl.org/dc/elements/1.1/",
    );
  });

  test("a source without an address is told by its name", () => {
    const articles = [makeArticle({ source: { name: "兴县先锋" } })];
    const rss = parseXml(fileAt(makeSite({ articles }), "/rss.xml"));
    const item = only(only(rss, "channel"), "item");
    expect([textsOf(item, "source"), textsOf(item, "dc:source")]).toEqual([[], ["兴县先锋"]]);
  });

  test("a channel without items is a channel all the same", () => {
    const channel = only(parseXml(fileAt(empty, "/rss.xml")), "channel");
    const names = channel.children.map((child) => (child as XmlElement).name);
    expect(names).toEqual(["h:p", "title", "link", "description", "language", "atom:link"]);
    expect(textsOf(channel, "description")).toEqual(["某某基金会"]);
  });
});

describe("JSON Feed", () => {
  test("has the feed and everything that the article has", () => {
    const { items, ...feed } = JSON.parse(fileAt(full, "/feed.json"));
    expect(feed).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "某某基金会",
      description: "某某基金会的网站。",
      home_page_url: "https://www.example.org/index.html",
      feed_url: "https://www.example.org/feed.json",
      language: "zh-Hans",
      authors: [{ name: "某某基金会", url: "https://www.example.org/index.html" }],
    });
    expect(items).toHaveLength(20);
    expect(items[0]).toEqual({
      id,
      url,
      external_url: 'https://example.com/?q="><b>',
      title: "兴县见闻",
      summary: "走访兴县。",
      content_html: corrected,
      image: "https://www.example.org/history/2018/%E5%9C%B0%E5%9B%BE.png",
      date_published: "2018-05-09T10:34:00+08:00",
      date_modified: "2018-06-01T00:00:00+08:00",
      authors: [{ name: "张三" }, { name: "李四" }],
      tags: ["兴县", "历史"],
      _source: { name: "兴县先锋", url: 'https://example.com/?q="><b>' },
    });
  });

  test("without items it has an empty list of them", () => {
    expect(JSON.parse(fileAt(empty, "/feed.json"))).toMatchObject({ items: [] });
  });
});

const hostiles = [
  "]]>",
  "</script><!--",
  `"'&lt;&amp;&`,
  "𠮷😀",
  "\u202E\u2066",
  "<![CDATA[",
  "&#0;",
  "__proto__",
];

describe.each(hostiles)("%j", (hostile) => {
  const attacked = sampleSite((text) => text + hostile);
  const escaped = hostile.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const body = `<p>${escaped}</p>`;
  const articles = [makeArticle({ html: body, title: hostile })];

  test("comes out as it is from every field of every feed", () => {
    const atom = only(parseXml(fileAt(attacked, "/history/feed.xml")), "title");
    expect(textOf(atom)).toBe(`史话${hostile} - 某某基金会${hostile}`);
    const [entry] = childrenOf(parseXml(fileAt(attacked, "/history/feed.xml")), "entry");
    const [item] = childrenOf(only(parseXml(fileAt(attacked, "/rss.xml")), "channel"), "item");
    const [json] = JSON.parse(fileAt(attacked, "/feed.json")).items;
    if (!entry || !item) throw new Error("There are no entries");
    const titles = [...textsOf(entry, "title"), ...textsOf(item, "title"), json.title];
    expect(titles).toEqual(Array(3).fill(`兴县见闻${hostile}`));
    const summaries = [...textsOf(entry, "summary"), ...textsOf(item, "description"), json.summary];
    expect(summaries).toEqual(Array(3).fill(`走访兴县。${hostile}`));
    const tags = [`兴县${hostile}`, `历史${hostile}`];
    expect(childrenOf(entry, "category").map(({ attributes }) => attributes["term"])).toEqual(tags);
    expect([textsOf(item, "category"), json.tags]).toEqual([tags, tags]);
    const authors = [`张三${hostile}`, `李四${hostile}`];
    expect([textsOf(entry, "author"), textsOf(item, "dc:creator")]).toEqual([authors, authors]);
    expect([...textsOf(item, "source"), json._source.name]).toEqual(
      Array(2).fill(`兴县先锋${hostile}`),
    );
  });

  test("comes out as it is from the text", () => {
    const site = makeSite({ articles });
    const [content] = childrenOf(only(parseXml(fileAt(site, "/feed.xml")), "entry"), "content");
    const item = only(only(parseXml(fileAt(site, "/rss.xml")), "channel"), "item");
    const [json] = JSON.parse(fileAt(site, "/feed.json")).items;
    const html = [content && textOf(content), ...textsOf(item, "content:encoded")];
    expect([...html, json.content_html]).toEqual(Array(3).fill(body));
  });
});

test.each(["/feed.xml", "/rss.xml", "/history/feed.xml", "/history/rss.xml"])(
  "a feed reader understands %s",
  (address) => {
    const feed = parseFeed(fileAt(full, address)).toJSON();
    expect(feed.language).toBe("zh-Hans");
    expect(feed.self).toBe(`https://www.example.org${address}`);
    expect(feed.updated).toBe("2018-05-31T16:00:00.000Z");
    expect(feed.items.length).toBe(address.startsWith("/history") ? 2 : 20);
    const [first] = feed.items;
    expect(first).toMatchObject({
      id,
      title: "兴县见闻",
      url,
      description: "走访兴县。",
      content: corrected,
      published: "2018-05-09T02:34:00.000Z",
    });
    expect(first?.authors.map(({ name }) => name)).toEqual(["张三", "李四"]);
    expect(first?.categories.map(({ term }) => term)).toEqual(["兴县", "历史"]);
  },
);

describe.each(["/feed.xml", "/rss.xml", "/history/feed.xml", "/history/rss.xml"])(
  "to people who open %s in a browser",
  (address) => {
    const text = fileAt(full, address);
    const root = parseXml(text);

    test("a style sheet shows it", () => {
      const style = `<?xml-stylesheet type="text/css" href="${feedStyle.url}"?>`;
      expect(text.startsWith(`<?xml version="1.0" encoding="UTF-8"?>${style}<`)).toBe(true);
    });

    test("a first line in XHTML tells what it is and leads to the page", () => {
      const holder = root.name === "rss" ? only(root, "channel") : root;
      const [notice] = holder.children as XmlElement[];
      const link = notice && only(notice, "h:a");
      const xhtml = "http://www.w3.org/1999/xhtml";
      expect([notice?.name, notice?.namespace, link?.namespace]).toEqual(["h:p", xhtml, xhtml]);
      expect(notice && textOf(notice)).toMatch(/^这是供订阅用的文件，.*请打开网页$/);
      const home = address.startsWith("/history") ? "/history/index.html" : "/index.html";
      expect(link?.attributes).toEqual({ href: `https://www.example.org${home}` });
    });
  },
);

test("an English site has English feeds", () => {
  const english = sampleSite(() => "Text 100", { lang: "en" });
  expect(parseXml(fileAt(english, "/feed.xml")).attributes["xml:lang"]).toBe("en");
  expect(JSON.parse(fileAt(english, "/feed.json")).language).toBe("en");
  expect(fileAt(english, "/rss.xml")).not.toMatch(/\p{Script=Han}/u);
});

test("a form feed, which Markdown can make and XML can't hold, is a space in a feed", () => {
  const articles = [makeArticle({ html: "<p>a\fb</p>" }), ...makeArticles(1)];
  const [entry] = childrenOf(parseXml(fileAt(makeSite({ articles }), "/feed.xml")), "entry");
  expect(entry && textsOf(entry, "content")).toEqual(["<p>a b</p>"]);
});

test("links and pictures of the text are whole addresses", () => {
  const html = '<p><a href="#fn:1">1</a> <a href="/b.html">b</a> <img src="/c.png"></p>';
  const site = makeSite({ articles: [makeArticle({ html })] });
  expect(JSON.parse(fileAt(site, "/feed.json")).items[0].content_html).toBe(
    '<p><a href="https://www.example.org/news/2017/a.html#fn:1">1</a> <a href="https://www.example.org/b.html">b</a> <img src="https://www.example.org/c.png"></p>',
  );
});
