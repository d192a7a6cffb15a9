import { describe, expect, test } from "vitest";
import { told } from "../testing/told.ts";

describe("a heading that is none", () => {
  test.each([
    ["without a space", "甲\n\n##小标题", "7 heading-space ## 小标题,false"],
    ["with one hash", "#小标题", "5 heading-space ## 小标题,false"],
    ["with a full-width space", "##　小标题", "5 heading-space ## 小标题,false"],
    ["with one hash and a full-width space", "#　小标题", "5 heading-space ## 小标题,false"],
    ["with full-width signs", "＃＃小标题", "5 heading-space ## 小标题,true"],
    ["with full-width signs and a space", "＃＃＃ 小标题", "5 heading-space ### 小标题,true"],
    ["with a number", "##1、由来", "5 heading-space ## 1、由来,false"],
    ["with seven hashes", "####### 小标题", "5 heading-space ###### 小标题,false"],
    ["right below a text", "正文\n##小标题", "6 heading-space ## 小标题,false"],
    ["below a line break", "正文\\\n##小标题", "6 heading-space ## 小标题,false"],
    ["behind full-width spaces", "　　## 小标题", "5 heading-space ## 小标题,false"],
    ["behind four spaces", "    ## 小标题", "5 heading-space ## 小标题,false"],
    ["in a quote", "> 甲\n> ##小标题", "6 heading-space ## 小标题,false"],
    ["with emphasis", "##**小**标题", "5 heading-space ## **小**标题,false"],
    ["that is long", `##${"甲".repeat(60)}`, `5 heading-space ## ${"甲".repeat(36)}…,false`],
    // Regular expressions take it for the end of a line, and so for the start of one.
    ["behind a line separator", "\u2028##小标题", "5 heading-space ## 小标题,false"],
  ])("%s", (_, source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  test.each([
    "\\#小标题",
    "\\##小标题",
    "#1",
    "#晋绥# 话题",
    "##晋绥## 话题",
    "甲 #乙",
    "`##小标题`",
    "```\n##小标题\n```",
    "`甲\n##乙`",
    "甲`乙\n##丙`\n丁",
    "[#甲](b.md)",
    "| 甲 | 乙 |\n| --- | --- |\n| #甲 | ##乙 |",
    "########",
  ])("%j is as it should be", (source) => {
    expect(told(source)).toEqual([]);
  });
});

describe("a quote that is none", () => {
  test.each([
    ["in full width", "＞引文", "5 quote-mark > 引文"],
    ["in full width with a space", "甲\n\n＞ “引文”", "7 quote-mark > “引文”"],
    ["right below a text", "正文\n＞引文\n＞引文", "6 quote-mark > 引文"],
    ["behind full-width spaces", "　　> 引文", "5 quote-mark > 引文"],
  ])("%s", (_, source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  test.each(["＞60分", "＞＞更多", "甲＞乙", "＞", "\\>甲", "> 引文", "`＞甲`"])(
    "%j is as it should be",
    (source) => {
      expect(told(source)).toEqual([]);
    },
  );
});

describe("a list that is none", () => {
  test.each([
    ["hyphens without a space", "-甲\n-乙", "5 list-space space,- 甲"],
    ["before strong text", "-**甲**：一\n-**乙**：二", "5 list-space space,- **甲**：一"],
    ["below a text", "包括：\n-甲\n-乙", "6 list-space space,- 甲"],
    ["below an item", "- 甲\n-乙", "6 list-space space,- 乙"],
    ["below an item with asterisks", "* 甲\n*乙", "6 list-space space,* 乙"],
    ["below the first line of an item", "- 甲\n  -乙\n  -丙", "6 list-space space,- 乙"],
    ["above a list", "-甲\n- 乙", "5 list-space space,- 甲"],
    ["a number below an item", "1. 甲\n2.乙", "6 list-space space,2. 乙"],
    ["behind full-width spaces", "　　- 甲", "5 list-space indent,- 甲"],
    ["behind a tab", "正文。\n\n\t- 甲\n\t- 乙", "7 list-space indent,- 甲"],
    ["numbers without a space", "要求：\n1.甲\n2.乙", "6 list-mark number,1. 甲"],
    ["numbers with brackets", "1)甲\n2)乙", "5 list-mark number,1) 甲"],
    ["numbers not from 1", "要求：\n2. 甲\n3. 乙", "6 list-mark number,2. 甲"],
    ["bullets", "• 甲\n• 乙", "5 list-mark bullet,•,- 甲"],
    ["bullets below a text", "包括：\n■甲\n■乙\n■丙", "6 list-mark bullet,■,- 甲"],
    ["bullets of Word's symbol font", "\uF0B7 甲\n\uF0B7 乙", "5 list-mark bullet,- 甲"],
    ["points", "·甲\n·乙", "5 list-mark bullet,·,- 甲"],
    ["full-width hyphens", "－ 甲\n－ 乙", "5 list-mark bullet,－,- 甲"],
    ["dashes", "— 甲\n— 乙", "5 list-mark bullet,—,- 甲"],
    ["asterisks", "*甲\n*乙", "5 list-mark bullet,*,- 甲"],
    ["a bullet below an item", "- 甲\n• 乙", "6 list-mark bullet,•,- 乙"],
    ["a bullet below an item's second line", "- 甲\n  乙\n■丙", "7 list-mark bullet,■,- 丙"],
    ["a bullet below an item with a number", "1. 甲\n● 乙", "6 list-mark bullet,●,- 乙"],
    ["a full-width hyphen below an item", "- 甲\n－ 乙", "6 list-mark bullet,－,- 乙"],
    ["a bullet in an item", "- • 甲\n- 乙", "5 list-mark double,•,- 甲"],
    ["a point in an item", "* ·甲", "5 list-mark double,·,- 甲"],
    ["a bullet of Word's in an item", "- \uF0B7 甲", "5 list-mark double,- 甲"],
  ])("%s", (_, source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  test.each([
    "-甲",
    "-完-",
    "-甲\\\n-乙",
    "-甲\n\n-乙",
    "-甲\n\n- 乙",
    "1. 甲\n3.乙",
    "* 甲\n*乙*丙",
    "*甲*\n*乙*",
    "-5℃\n-6℃",
    "－5℃\n－6℃",
    "——甲\n——乙",
    "--甲\n--乙",
    "\\-甲\n\\-乙",
    "`-甲`\n`-乙`",
    "- 甲\n  乙",
    "- 夜里最冷\n  -5℃",
    "1、甲\n2、乙",
    "（1）甲\n（2）乙",
    "1．甲\n2．乙",
    "1.甲",
    "1.甲\n\n2.乙",
    "1.甲\n3.乙",
    "1.5倍\n2.5倍",
    "1. 甲\n   2.5倍",
    "5.4青年节\n6.1儿童节",
    "1\\.甲\n2\\.乙",
    "• 甲",
    "• 甲\n\n• 乙",
    "· 甲\\\n· 乙",
    "• 甲\n■ 乙",
    "**甲**\n**乙**",
    "* 甲\n* 乙",
    "- 甲\\\n  • 乙",
    "- 甲\n\n  • 乙",
    "- 甲\n  — 乙",
    "- 甲\n  －5℃",
    "- \\• 甲",
    "- □ 同意\n- □ 不同意",
    "1. ● 甲",
    "- 甲 • 乙",
  ])("%j is as it should be", (source) => {
    expect(told(source)).toEqual([]);
  });
});

describe("a table that is none", () => {
  test.each([
    ["full-width bars", "｜甲｜乙｜\n｜1｜2｜", "5 table-leftover bars,|甲|乙|,| --- | --- |"],
    [
      "full-width bars in the head",
      "｜甲｜乙｜\n|---|---|\n|1|2|",
      "5 table-leftover bars,|甲|乙|,| --- | --- |",
    ],
    [
      "a full-width bar among others",
      "|甲｜乙|\n|---|---|",
      "5 table-leftover bars,|甲|乙|,| --- | --- |",
    ],
    [
      "full-width bars below the head",
      "甲：\n\n|甲|乙|\n｜---｜---｜\n|1|2|",
      "8 table-leftover bars,|---|---|,| --- | --- |",
    ],
    [
      "dashes",
      "| 甲 | 乙 |\n| —— | —— |\n| 1 | 2 |",
      "6 table-leftover dashes,| —— | —— |,| --- | --- |",
    ],
    ["no hyphens", "| 甲 | 乙 |\n| 1 | 2 |", "5 table-leftover row,| 甲 | 乙 |,| --- | --- |"],
    [
      "no hyphens, below a text",
      "见表：\n| 甲 | 乙 | 丙 |\n| 1 | 2 | 3 |",
      "6 table-leftover row,| 甲 | 乙 | 丙 |,| --- | --- | --- |",
    ],
    [
      "an indent",
      "    | 甲 | 乙 |\n    |---|---|\n    | 1 | 2 |",
      "5 table-leftover indent,| 甲 | 乙 |,| --- | --- |",
    ],
    [
      "full-width bars in a row",
      "| 甲 | 乙 |\n|---|---|\n| 1｜2 |",
      "7 table-leftover bars,| 1|2 |,| --- | --- |",
    ],
    [
      "full-width bars in a whole row",
      "| 甲 | 乙 |\n|---|---|\n｜1｜2｜",
      "7 table-leftover bars,|1|2|,| --- | --- |",
    ],
    [
      "a blank line above a row",
      "| 甲 | 乙 |\n|---|---|\n\n| 1 | 2 |\n| 3 | 4 |",
      "8 table-leftover blank,| 1 | 2 |,| --- | --- |",
    ],
    [
      "a blank line below the head",
      "| 甲 | 乙 |\n\n|---|---|\n| 1 | 2 |",
      "7 table-leftover blank,|---|---|,| --- | --- |",
    ],
    [
      "a blank line between rows",
      "甲\n\n| 1 | 2 |\n\n| 3 | 4 |",
      "9 table-leftover blank,| 3 | 4 |,| --- | --- |",
    ],
    ["a row alone", "甲\n\n| 1 | 2 |\n\n乙", "7 table-leftover alone,| 1 | 2 |,| --- | --- |"],
    [
      "a row alone below a text",
      "见表：\n| 1 | 2 |",
      "6 table-leftover alone,| 1 | 2 |,| --- | --- |",
    ],
    ["a row alone in an item", "- | 1 | 2 |", "5 table-leftover alone,| 1 | 2 |,| --- | --- |"],
  ])("%s", (_, source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  test("a head that does not fit the row below it is told by its own code", () => {
    expect(told("| 甲 | 乙 | 丙 |\n| --- | --- |\n| 1 | 2 |")).toEqual(["5 table-head 3,2"]);
  });

  test.each([
    "｜ 首页 ｜ 关于 ｜",
    "| 甲 |",
    "|a| + |b|",
    "| 甲 \\| 乙 \\|",
    "| 甲 | 乙 \\|",
    "甲 | 乙 |",
    "| 甲 | 乙 |\n| --- | --- |\n\n｜ 首页 ｜ 关于 ｜",
    "| 甲 | 乙 |\n| --- | --- |\n\n| 甲 | 乙 |\n| --- | --- |",
    "甲｜乙\n丙｜丁",
    "甲 | 乙\n丙 | 丁",
    "\\| 甲 | 乙 |\n\\| 1 | 2 |",
    "|\n|\n|",
    "`|甲|`\n`|乙|`",
    "| 甲 | 乙 |\n| --- | --- |\n| 丙｜丁 | 2 |",
    "甲\n——|——",
  ])("%j is as it should be", (source) => {
    expect(told(source)).toEqual([]);
  });
});

test("the line is that of the file, or the paragraph's first where code goes over a line's end", () => {
  expect(told("甲`乙`\n丙\n##丁")).toEqual(["7 heading-space ## 丁,false"]);
  expect(told("##甲`乙\n丙`\n##丁")).toEqual(["5 heading-space ## 甲`乙,false"]);
});
