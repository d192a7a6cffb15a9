import { expect, test } from "vitest";
import { makeSite, readPage, sampleSite } from "../src/testing/articles.ts";
import { all, one, texts } from "../src/testing/html.ts";

const site = sampleSite();

test("the archive has years as headings and months as links with their whole names", () => {
  const years = one(readPage(site, "/archive/index.html"), ".years");
  expect(texts(years, "h2")).toEqual(["2018年", "2017年", "2016年"]);
  expect(all(years, "section").map((year) => texts(year, "a"))).toEqual([
    ["5月"],
    ["1月", "7月"],
    ["10月", "11月", "12月"],
  ]);
  expect(all(years, "section").map((year) => texts(year, "li").length)).toEqual([12, 12, 12]);
  const [may] = all(years, "a");
  expect(may?.attributes).toEqual({ href: "/archive/2018-05.html", "aria-label": "2018年5月" });
});

test("a month tells its year and leads back to the archive", () => {
  const page = readPage(site, "/archive/2016-10.html");
  expect(texts(page, "h1")).toEqual(["2016年10月"]);
  expect(texts(one(page, ".breadcrumb"), "a")).toEqual(["首页", "文章归档"]);
  expect(texts(one(page, ".entries"), "li")).toHaveLength(31);
});

test("the archive of a site without articles says so", () => {
  expect(texts(readPage(makeSite({}), "/archive/index.html"), ".empty")).toEqual([
    "这里还没有文章。",
  ]);
});
