import { expect, test } from "vitest";
import { findEnding } from "./ending.ts";

const footer = [
  "主办:河东文化基金会 晋ICP备00000000号-1",
  "Copyright Hedong Foundation. ALL Rights Reserved",
  "办公地址:河东县中街1号 邮编:000000 电话:010-00000000",
];

test.each([
  ["本站编辑:林四", "林四"],
  ["本站编辑：林四", "林四"],
  ["本站编辑 ：　林四", "林四"],
  ["责任编辑：林四", "林四"],
  ["（责任编辑：林四）", "林四"],
  ["[责编:林四]", "林四"],
  ["编辑:林四 林五", "林四 林五"],
  ["本站编辑:", undefined],
])("%j ends the text", (line, editor) => {
  const ending = findEnding(["第一段。", line, ...footer]);
  expect(ending).toEqual({ end: 1, ...(editor && { editor }), after: [], footer });
});

test("our editor comes before any other", () => {
  const ending = findEnding(["第一段。", "责任编辑：林五", "本站编辑：林四", ...footer]);
  expect(ending).toMatchObject({ end: 2, editor: "林四" });
});

test("lines between the editor and the footer are neither", () => {
  const ending = findEnding(["第一段。", "本站编辑:林四", "上一篇：旧事", ...footer]);
  expect(ending).toMatchObject({ end: 1, after: ["上一篇：旧事"], footer });
});

test("an editor in the middle of the text does not end it", () => {
  const lines = ["第一段。", "编辑：林四", "第二段。", "编辑：这一行是一句话。"];
  expect(findEnding(lines)).toEqual({ end: 4, after: [], footer: [] });
});

test.each([
  [footer],
  [footer.slice(1)],
  [["主办：河东文化基金会", "版权所有，未经许可不得转载。"]],
  [["© 2018 河东文化基金会"]],
  [["地址：河东县 邮编：000000 电话：010-00000000"]],
])("without an editor the footer ends it: %j", (lines) => {
  expect(findEnding(["第一段。", "末一段", ...lines])).toEqual({
    end: 2,
    after: [],
    footer: lines,
  });
});

test.each([
  ["电话：010-00000000"],
  ["地址：河东县"],
  ["主办：河东文化馆"],
  ["网站已经取得晋ICP备00000000号。"],
])("%j alone is no footer", (line) => {
  expect(findEnding(["第一段。", line])).toEqual({ end: 2, after: [], footer: [] });
});

test("nothing with text below it is a footer", () => {
  const lines = ["第一段。", "Copyright 这个词", "说的是版权。"];
  expect(findEnding(lines)).toMatchObject({ end: 3, footer: [] });
});
