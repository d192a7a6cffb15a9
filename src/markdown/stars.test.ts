import { expect, test } from "vitest";
import { told } from "../testing/told.ts";

test.each([
  ["a space before the end", "**粗 **字", "5 strong-leftover **粗 **,**粗**"],
  ["a space behind the start", "甲\n** 粗**字", "6 strong-leftover ** 粗**,**粗**"],
  ["in the middle", "甲**粗 **字", "5 strong-leftover **粗 **,**粗**"],
  ["full width", "＊＊粗体＊＊字", "5 strong-leftover ＊＊粗体＊＊,**粗体**"],
  ["full width at the end only", "**粗体＊＊字", "5 strong-leftover **粗体＊＊,**粗体**"],
  ["in a cell", "| 甲 |\n|---|\n| **粗 **字 |", "7 strong-leftover **粗 **,**粗**"],
  ["full width behind a character", "乙＊＊丙＊＊丁", "5 strong-leftover ＊＊丙＊＊,**丙**"],
  ["behind other stars", "5** **粗 **字", "5 strong-leftover **粗 **,**粗**"],
])("stars that are left over are told: %s", (_, source, expected) => {
  expect(told(source)).toContain(expected);
});

test.each([
  ["names", "张**、李**获奖", "5 stars-lost 张**、李**,张\\*\\*、李\\*\\*"],
  ["names with one star", "甲\n张*、李*", "6 stars-lost 张*、李*,张\\*、李\\*"],
  ["names with three", "张***、李***", "5 stars-lost 张***、李***,张\\*\\*\\*、李\\*\\*\\*"],
  ["names with commas", "张**，李**", "5 stars-lost 张**，李**,张\\*\\*，李\\*\\*"],
  ["names with brackets", "张*（男）、李*（女）", "5 stars-lost 张*（男）、李*,张\\*（男）、李\\*"],
  [
    "numbers",
    "138****5678、139****1234",
    "5 stars-lost 8****5678、139****,8\\*\\*\\*\\*5678、139\\*\\*\\*\\*",
  ],
  [
    "numbers at the end",
    "电话138****5678、139****",
    "5 stars-lost 8****5678、139****,8\\*\\*\\*\\*5678、139\\*\\*\\*\\*",
  ],
  [
    "names with half of their backslashes",
    "甲\n张\\**、李\\**",
    "6 stars-lost 张\\**、李\\**,张\\*\\*、李\\*\\*",
  ],
  ["stars around a text", "\\**注\\**", "5 stars-lost \\**注\\**,\\*\\*注\\*\\*"],
  ["products", "5*8*10", "5 stars-lost 5*8*,5\\*8\\*"],
  ["products with units", "5m*8m*10m", "5 stars-lost m*8m*,m\\*8m\\*"],
])("stars that would vanish are told: %s", (_, source, expected) => {
  expect(told(source)).toEqual([expected]);
});

test.each([
  "张**",
  "张** 李** 王**",
  "张＊＊、李＊＊、王＊＊",
  "张＊＊和李＊＊两位同学",
  "张＊＊（男）李＊＊（女）",
  "14＊＊12＊＊3",
  "注\\***重要**",
  "张\\**、李**",
  "138\\****5678、139\\****1234",
  "\\***注**\\*",
  "138****5678",
  "《**》《**》",
  "***",
  "* * *",
  "5*8",
  "**粗**字",
  "甲**粗**字**粗**",
  "甲**（重点）**乙",
  "甲**，乙说的不只这些**",
  "**甲**、**乙**",
  "**；甲**乙",
  "2017*年*度",
  "*斜*、*斜*",
  "***甲***",
  "甲*乙*丙",
  "__甲__",
  "\\*\\*甲 \\*\\*",
  "张\\*\\*、李\\*\\*",
  "`**甲 **`",
  "5 ** 2",
])("%j is as it should be", (source) => {
  expect(told(source)).toEqual([]);
});
