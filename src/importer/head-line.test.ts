import { expect, test } from "vitest";
import { findHeadLine } from "./head-line.ts";

const whole = { date: "2017-07-07 10:34", source: "河东日报", author: "林一", rest: [] };

test.each([
  ["发布日期:2017-07-07 10:34 来源:河东日报 作者:林一"],
  ["发布日期：2017-07-07 10:34　　来源：河东日报　作者：林一"],
  ["发布日期 ： 2017-07-07 10:34\u00a0\u00a0来源 ： 河东日报\u00a0作者 ： 林一"],
  ["发布时间:2017/7/7 10:34 | 来源:河东日报 | 作者:林一"],
  ["日期：2017.7.7 10:34｜作者：林一｜来源：河东日报"],
  ["作者:林一\t来源:河东日报\t时间:2017年7月7日 10时34分"],
  ["来　源：河东日报 作　者：林一 日　期：２０１７－０７－０７ １０：３４"],
  ["2017-07-07 10:34 来源:河东日报 作者:林一"],
  ["发布日期:2017-07-07 10:34来源:河东日报 作者:林一"],
  ["日期:2017-07-07 时间:10:34 信息来源:河东日报 作者:林一"],
])("%j is a head line", (line) => {
  expect(findHeadLine(["题目", line, "正文。"])).toMatchObject({ start: 1, end: 2, ...whole });
});

test.each([
  [["发布日期:2017-07-07 10:34", "来源:河东日报", "作者:林一"]],
  [["来源:河东日报 作者:林一", "2017-07-07 10:34"]],
  [["2017-07-07 10:34", "作者:林一", "来源:河东日报"]],
  [["发布日期:", "2017-07-07 10:34", "来源:河东日报 作者:林一"]],
  [["日期:2017-07-07", "时间:10:34", "来源:河东日报 作者:林一"]],
])("%j is one head line", (lines) => {
  expect(findHeadLine(["题目", ...lines, "正文。"])).toMatchObject({
    start: 1,
    end: 1 + lines.length,
    ...whole,
  });
});

test.each([
  ["发布日期:2017-07-07 来源: 作者:", { date: "2017-07-07", rest: [] }],
  ["发布日期:2017-07-07 来源:河东日报", { date: "2017-07-07", source: "河东日报", rest: [] }],
  ["来源:河东日报 作者:林一", { source: "河东日报", author: "林一", rest: [] }],
  [
    "发布日期:2017-07-07 作者:林一、林二 林三",
    { date: "2017-07-07", author: "林一、林二 林三", rest: [] },
  ],
  [
    "发布日期:2017-07-07 来源:河东 日报 浏览次数:123",
    { date: "2017-07-07", source: "河东 日报", rest: ["浏览次数:123"] },
  ],
  ["日期:2017-07-07 星期五 编辑:林四", { date: "2017-07-07", editor: "林四", rest: ["星期五"] }],
  [
    "发布日期:2017-07-07 【更新日期:2017-07-08】 来源:河东日报",
    { date: "2017-07-07", source: "河东日报", rest: ["【更新日期:2017-07-08】"] },
  ],
  [
    "发布时间:2017-07-07 更新时间:2017-07-08",
    { date: "2017-07-07", rest: ["更新时间:2017-07-08"] },
  ],
])("%j has parts missing or over", (line, parts) => {
  expect(findHeadLine(["题目", line])).toEqual({ start: 1, end: 2, ...parts });
});

test("what the text says of a time and a place is not the head line's", () => {
  const lines = ["题目", "发布日期:2017-07-07 来源:河东日报", "时间：7月8日上午", "地点：县城"];
  expect(findHeadLine(lines)).toMatchObject({ start: 1, end: 2, date: "2017-07-07" });
});

test("a date at the top of the page and a title with a colon are passed over", () => {
  const lines = [
    "时间：2024年1月1日 星期一",
    "时间：最好的见证",
    "发布日期:2017-07-07 来源:河东日报",
  ];
  expect(findHeadLine(lines)).toMatchObject({ start: 2, date: "2017-07-07" });
});

test.each([
  [["题目", "正文没有这样一行。", "2017年7月7日"]],
  [["题目", "他说出了来源：一口老井。"]],
  [["题目", "更新时间：2017-07-07"]],
  [["题目", "据悉 来源：一口老井"]],
  [["题目", "第一段。", "作者：林一", "2017年7月7日"]],
  [["题目", "本站编辑：林一"]],
  [[]],
])("%j has none", (lines) => {
  expect(findHeadLine(lines)).toBeUndefined();
});
