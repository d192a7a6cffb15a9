import { expect, test } from "vitest";
import { told } from "../testing/told.ts";

test.each([
  ["<b>粗</b>", "5 html-tag <b>,strong"],
  ["甲\n乙<STRONG>粗</STRONG>", "6 html-tag <STRONG>,strong"],
  ["甲<br/>乙<br>", "5 html-tag <br>,line"],
  ["<p align=center>甲</p>", "5 html-tag <p>,paragraph"],
  ['<a href="https://a.cn">甲</a>', "5 html-tag <a>,link"],
  ["甲\n\n<!-- 待核 -->", "7 html-tag <!--,comment"],
  ["## <font color='red'>甲</font>", "5 html-tag <font>,other"],
  ["| 甲 |\n|---|\n| 甲<br>乙 |", "7 html-tag <br>,line"],
])("%j is told", (source, expected) => {
  expect(told(source)).toEqual([expected]);
});

test.each([
  "\\<b>粗</b>",
  "`<b>`",
  "```\n<b>\n```",
  "a<b 且 b>c",
  "《甲》<乙>",
  "<https://www.example.org>",
  "<a@example.org>",
  "A < B > C",
  "<x>",
  "<constructor>",
  "&lt;b&gt;",
])("%j is as it should be", (source) => {
  expect(told(source)).toEqual([]);
});
