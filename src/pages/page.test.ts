import { describe, expect, test } from "vitest";
import {
  htmlPagesOf,
  makeSite,
  makeStandingPage,
  pageAt,
  pagesOf,
  sampleSite,
} from "../testing/articles.ts";

const site = sampleSite();
const pages = pagesOf(site);

describe("props", () => {
  test("are plain serialisable data", () => {
    for (const { props } of pages) expect(JSON.parse(JSON.stringify(props))).toStrictEqual(props);
  });

  test("share one frame over all HTML pages", () => {
    const [first, ...others] = htmlPagesOf(site);
    expect(others.length).toBeGreaterThan(100);
    for (const { props } of others) expect(props.frame).toBe(first?.props.frame);
  });

  test("are the same whenever they are asked for", () => {
    for (const page of pages) expect(page.props).toStrictEqual(page.props);
  });

  test("are put together only when they are asked for", () => {
    for (const page of pages) expect(Object.keys(page)).toEqual(["url", "layout", "source"]);
  });
});

describe("navigation", () => {
  const columns = [
    { id: "news", title: "动态" },
    { id: "history", title: "史话" },
  ];
  const standingPages = [
    makeStandingPage({ slug: "about", title: "关于" }),
    makeStandingPage({ slug: "联系", title: "联系" }),
  ];
  const navigation = (settings: Parameters<typeof makeSite>[1], published = standingPages) =>
    pageAt(makeSite({ standingPages: published }, { columns, ...settings }), "/index.html").props
      .frame.navigation;

  test("has every column, the archive and every standing page, where site.yaml does not say", () => {
    expect(navigation({})).toEqual([
      { title: "动态", href: "/news/index.html" },
      { title: "史话", href: "/history/index.html" },
      { title: "文章归档", href: "/archive/index.html" },
      { title: "关于", href: "/about.html" },
      { title: "联系", href: "/%E8%81%94%E7%B3%BB.html" },
    ]);
  });

  test("has what site.yaml says, in its order and words", () => {
    const configured = [
      { page: "about", title: "本会" },
      { page: "archive" },
      { column: "history" },
      { column: "news", title: "新闻" },
      { page: "sitemap" },
    ];
    expect(navigation({ navigation: configured })).toEqual([
      { title: "本会", href: "/about.html" },
      { title: "文章归档", href: "/archive/index.html" },
      { title: "史话", href: "/history/index.html" },
      { title: "新闻", href: "/news/index.html" },
      { title: "网站地图", href: "/sitemap.html" },
    ]);
  });

  test("leaves out a page that is withheld", () => {
    expect(navigation({ navigation: [{ page: "about" }, { column: "news" }] }, [])).toEqual([
      { title: "动态", href: "/news/index.html" },
    ]);
  });

  test("can be empty", () => {
    expect(navigation({ navigation: [] })).toEqual([]);
  });
});

describe("footer", () => {
  const footerOf = (footer: object) =>
    pageAt(makeSite({}, { footer }), "/index.html").props.frame.footer;

  test.each([
    ["010-63395639", "tel:01063395639"],
    ["(010) 6339 5639", "tel:01063395639"],
    ["+86 10 6339 5639", "tel:+861063395639"],
    ["（010）63395639", "tel:01063395639"],
    ["办公室 010-63395639", "tel:01063395639"],
    ["010-63395639/63395661", "tel:01063395639"],
    ["010-63395639 转 801", "tel:01063395639"],
  ])("the telephone %s is dialled by %s", (phone, href) => {
    expect(footerOf({ phones: phone }).phones).toEqual([{ title: phone, href }]);
  });

  test.each([
    ["sxjs93@163.com", "mailto:sxjs93@163.com"],
    ["王五@例子.中国", "mailto:%E7%8E%8B%E4%BA%94@%E4%BE%8B%E5%AD%90.%E4%B8%AD%E5%9B%BD"],
    ["a?subject=b&c@example.org", "mailto:a%3Fsubject%3Db%26c@example.org"],
  ])("the e-mail address %s is written to by %s", (email, href) => {
    expect(footerOf({ email }).email).toEqual({ title: email, href });
  });

  test("the police filing is looked up by its digits", () => {
    expect(footerOf({ police: "晋公网安备 14010000000000号" }).police).toEqual({
      title: "晋公网安备 14010000000000号",
      href: "https://beian.mps.gov.cn/#/query/webSearch?code=14010000000000",
    });
  });

  test("what site.yaml leaves out is not there", () => {
    expect(footerOf({})).toStrictEqual({ phones: [], siteMap: "/sitemap.html" });
  });
});

test("a page's whole address is percent-encoded under that of the site", () => {
  expect(pageAt(site, '/history/2018/兴县 "见闻"\'s.html').props.head.canonical).toBe(
    "https://www.example.org/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html",
  );
});
