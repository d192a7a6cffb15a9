import { expect, test } from "vitest";
import { htmlPagesOf, makeSite, readPage, render, sampleSite } from "../src/testing/articles.ts";
import { all, one, parseHtml, textOf, texts } from "../src/testing/html.ts";

/** The footer of the legacy page. */
const footer = {
  sponsor: "山西省晋绥文化教育发展基金会",
  icp: "晋ICP备15001143号-1",
  police: "晋公网安备 14010000000000号",
  copyright:
    "Copyright Shanxi Jinsui Culture Education & Development Foundation. ALL Rights Reserved",
  addressLabel: "北京办公地址",
  address: "北京市丰台区广安路9号院国投财富广场4号楼313/314",
  postcode: "100073",
  phones: ["010-63395639", "63395661"],
  email: "sxjs93@163.com",
};

const pages = htmlPagesOf(sampleSite(undefined, { footer }));
const kinds = [...new Map(pages.map((page) => [page.layout, page]))];

test.each(kinds)("%s: the footer reads as that of the legacy page", (_, page) => {
  const lines = one(parseHtml(render(page)), ".site-footer");
  expect([...texts(lines, "p"), ...texts(lines, "address")]).toEqual([
    `主办:${footer.sponsor} 晋ICP备15001143号-1 晋公网安备 14010000000000号`,
    footer.copyright,
    "网站地图",
    `北京办公地址:${footer.address} 邮编:100073 电话:010-63395639/63395661 邮箱:sxjs93@163.com`,
  ]);
});

test.each(kinds)("%s: filings, telephones and e-mail are links", (_, page) => {
  const links = all(one(parseHtml(render(page)), ".site-footer"), "a");
  expect(links.map((link) => [textOf(link), link.attributes["href"]])).toEqual([
    [footer.icp, "https://beian.miit.gov.cn/"],
    [footer.police, "https://beian.mps.gov.cn/#/query/webSearch?code=14010000000000"],
    ["010-63395639", "tel:01063395639"],
    ["63395661", "tel:63395661"],
    [footer.email, "mailto:sxjs93@163.com"],
    ["网站地图", "/sitemap.html"],
  ]);
});

test.each([
  [{ sponsor: "基金会" }, "主办:基金会"],
  [{ icp: "晋ICP备1号" }, "晋ICP备1号"],
  [{ police: "晋公网安备 1号" }, "晋公网安备 1号"],
  [{ copyright: "版权所有" }, "版权所有"],
  [{ address: "广安路" }, "地址:广安路"],
  [{ address: "广安路", addressLabel: "北京办公地址" }, "北京办公地址:广安路"],
  [{ addressLabel: "北京办公地址" }, ""],
  [{ postcode: "100073" }, "邮编:100073"],
  [{ phones: "010-63395639" }, "电话:010-63395639"],
  [{ phones: [] }, ""],
  [{ email: "a@example.org" }, "邮箱:a@example.org"],
  [{}, ""],
])("%j leaves no label and no empty line", (given, text) => {
  const lines = one(readPage(makeSite({}, { footer: given }), "/index.html"), ".site-footer");
  expect(textOf(lines)).toBe(`${text}网站地图`);
  expect([...all(lines, "p"), ...all(lines, "address")]).toHaveLength(text ? 2 : 1);
});

test.each([
  ["Copyright Shanxi Jinsui", "en"],
  ["版权所有", undefined],
])("the copyright line %s is marked as being in the language %s", (copyright, lang) => {
  const page = readPage(makeSite({}, { footer: { copyright } }), "/index.html");
  const [line] = all(one(page, ".site-footer"), "p");
  expect([line && textOf(line), line?.attributes["lang"]]).toEqual([copyright, lang]);
});
