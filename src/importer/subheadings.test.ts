import { expect, test } from "vitest";
import { markSubheadings } from "./subheadings.ts";

const subheadings = (lines: readonly string[]) =>
  markSubheadings(lines)
    .filter(({ subheading }) => subheading)
    .map(({ text }) => text);

test.each([
  "修好渠道,引水上山",
  "修好渠道，引水上山",
  "一、修好渠道",
  "（一）修好渠道",
  "学习《用水细则》",
  "2018年的工作",
  "修好渠道：从源头做起",
  "字".repeat(40),
])("%j is a subheading above a paragraph", (line) => {
  expect(subheadings(["第一段。", line, "第二段。"])).toEqual([line]);
});

test.each([
  "水来了。",
  "水来了！",
  "水来了？",
  "要点如下：",
  "要点如下:",
  "他说“水来了”",
  "水来了……",
  "（林一供稿）",
  "水来了.",
  "水来了;",
  "水来了。人也来了",
  "字".repeat(41),
  "1.修渠",
  "1、修渠",
  "(1)修渠",
  "①修渠",
  "- 修渠",
  "· 修渠",
  "图1 水渠",
  "摄影：林一",
  "记者 林一",
  "时间：上午",
  "2017年7月7日",
  "二〇一七年七月七日",
  "河东文化馆 2017年7月7日",
  "https://www.example.org",
  "* * *",
  "2017",
])("%j is none", (line) => {
  expect(subheadings(["第一段。", line, "第二段。"])).toEqual([]);
});

test("a signature above its date, and the last line, head nothing", () => {
  expect(subheadings(["第一段。", "河东文化馆", "2017年7月7日", "第二段。"])).toEqual([]);
  expect(subheadings(["第一段。", "河东文化馆", "办公室", "2017年7月7日"])).toEqual([]);
  expect(subheadings(["第一段。", "河东文化馆"])).toEqual([]);
});

test("two may stand together, but three short lines are a list", () => {
  const two = ["一、修渠", "（一）选址"];
  expect(subheadings([...two, "第一段。"])).toEqual(two);
  expect(subheadings(["名单如下：", "林一", "林二", "林三", "第二段。"])).toEqual([]);
});
