import { expect, test } from "vitest";
import { parseLegacyPage } from "./parse.ts";

const list = ["- 河边的老槐树(06月21日)", "·修渠记（二）（06月11日）", "春耕……(2017-05-28)"];
const body = ["去年冬天,村里开始修渠。", "先把路修通", "路通了,料才运得上来。", "水在五月到了。"];
const footer = ["主办:河东文化基金会 晋ICP备00000000号-1", "Copyright Hedong. ALL Rights Reserved"];
const lines = [
  ...list,
  "河东“三件事” 修渠引水",
  "发布日期:2017-07-07 10:34 来源:河东日报 作者:林一",
  ...body,
  "本站编辑:林四",
  ...footer,
];
const page = {
  title: "河东“三件事” 修渠引水",
  date: "2017-07-07 10:34",
  source: "河东日报",
  author: "林一",
  editor: "林四",
  body: body.map((text) => ({ text, subheading: text === "先把路修通" })),
  leftOut: [
    { kind: "list", lines: list },
    { kind: "footer", lines: footer },
  ],
};

test.each([
  ["as it is", lines.join("\n")],
  ["with empty lines", lines.join("\n\n \n")],
  ["with indents", lines.map((line) => `　　${line}\u00a0 \t`).join("\n")],
  ["with zero-width spaces", lines.map((line) => `\u200b${line}`).join("\n\u200b\n")],
  ["with Unicode line separators", lines.join("\u2028")],
  ["with empty lines around", `\n\n${lines.join("\n")}\n\n`],
])("a page is taken apart: %s", (_, text) => {
  expect(parseLegacyPage(text)).toEqual(page);
});

test("what is not there is not made up", () => {
  expect(parseLegacyPage("题目\n日期:2017-07-07 来源: 作者:\n第一段。")).toEqual({
    title: "题目",
    date: "2017-07-07",
    body: [{ text: "第一段。", subheading: false }],
    leftOut: [],
  });
});

test("every line ends up somewhere", () => {
  const text = [
    "首页 > 新闻",
    "旧闻(06月21日)",
    "题目",
    "发布日期:2017-07-07 浏览次数:12 编辑:林五",
    "第一段。",
    "本站编辑：",
    "上一篇：旧闻",
    "地址：河东县",
  ].join("\n");
  expect(parseLegacyPage(text)).toMatchObject({
    title: "题目",
    editor: "林五",
    body: [{ text: "第一段。" }],
    leftOut: [
      { kind: "list", lines: ["旧闻(06月21日)"] },
      { kind: "above", lines: ["首页 > 新闻"] },
      { kind: "head", lines: ["浏览次数:12"] },
      { kind: "after", lines: ["上一篇：旧闻"] },
      { kind: "footer", lines: ["地址：河东县"] },
    ],
  });
});

test("a subtitle takes the title along", () => {
  const text = "旧闻(06月21日)\n水到河东\n——修渠的人们\n日期:2017-07-07\n第一段。";
  expect(parseLegacyPage(text)).toMatchObject({ title: "水到河东——修渠的人们" });
});

test.each([
  ["题目\n第一段。", { missing: "head" }],
  ["", { missing: "head" }],
  ["日期:2017-07-07\n第一段。", { missing: "title", line: "日期:2017-07-07" }],
  ["旧闻(06月21日)\n日期:2017-07-07", { missing: "title", line: "日期:2017-07-07" }],
  ["题目\n来源:河东日报\n第一段。", { missing: "date", line: "来源:河东日报" }],
  ["题目\n发布日期:昨天 来源:报\n", { missing: "date", line: "发布日期:昨天 来源:报" }],
])("%j can't be taken apart", (text, missing) => {
  expect(parseLegacyPage(text)).toEqual(missing);
});
