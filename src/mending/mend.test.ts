import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { maxFileBytes } from "../content/decode.ts";
import { temporaryFolder } from "../testing/files.ts";
import { siteOf } from "../testing/invalid-sites.ts";
import { mendFolder } from "./mend.ts";

const settings = "title: 晋绥\nurl: https://example.org\ncolumns: [{ id: news, title: 动态 }]\n";
const path = "news/2017/a.md";

/** A content folder of these files, mended; gives what was told and what the files are now. */
function mend(files: Record<string, string | Buffer>) {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const mended = mendFolder(folder);
  return { folder, mended, bytes: (file = path) => readFileSync(join(folder, file)) };
}

/** 走访兴县…, long enough to be told from other encodings, in GBK. */
const gbk = Buffer.from(
  "d7dfb7c3d0cbcfd8a3acbfb4b5bdc1cbd0c2d0deb5c4c2b7bacdd1a7d0a3a3acb4e5c0efb5c4c0cfc8cbcbb5c6f0b5b1c4eab5c4cac2a1a3",
  "hex",
);

const head = (fields: string) => `---\ntitle: 甲\ndate: 2017-07-07\n${fields}---\n正文\n`;

describe("what has one meaning only is mended", () => {
  test.each([
    ["a full-width colon", "---\ntitle：甲\ndate: 2017-07-07\n---\n正文\n", head("")],
    ["no space after a colon", "---\ntitle:甲\ndate: 2017-07-07\n---\n正文\n", head("")],
    ["a space before a colon", "---\ntitle : 甲\ndate: 2017-07-07\n---\n正文\n", head("")],
    ["slashes in a date", "---\ntitle: 甲\ndate: 2017/7/7\n---\n正文\n", head("")],
    ["dots in a date", "---\ntitle: 甲\ndate: 2017.07.07\n---\n正文\n", head("")],
    ["a date in Chinese", "---\ntitle: 甲\ndate: 2017年7月7日\n---\n正文\n", head("")],
    [
      "a date in quotes",
      head('updated: "2018/1/2 9:05:30"\n'),
      head('updated: "2018-01-02 09:05:30"\n'),
    ],
    ["a Chinese field name", "---\n标题：甲\n日期：2017/7/7\n---\n正文\n", head("")],
    ["是", head("pinned: 是\n"), head("pinned: true\n")],
    ["a tab", head("source:\n\tname: 甲\n"), head("source:\n  name: 甲\n")],
    ["full-width hyphens", head("").replaceAll("---", "－－－"), head("")],
    [
      "tabs as deep as they are many",
      head("tags:\n\t- 甲\n\t- 乙\nsource:\n\tname: 丙\n\turl: https://example.org/\n"),
      head("tags:\n  - 甲\n  - 乙\nsource:\n  name: 丙\n  url: https://example.org/\n"),
    ],
    ["a wide space after a colon", head("source：　乙\n"), head("source: 乙\n")],
    ["nothing after a colon", head("source：\n"), head("source:\n")],
    ["too many hyphens", head("").replaceAll("---", "-----"), head("")],
    ["a dash of Word", head("").replace("---", "——"), head("")],
    ["a subheading without a space", `${head("")}\n##标题\n`, `${head("")}\n## 标题\n`],
    ["a subheading in full width", `${head("")}\n＃＃标题\n`, `${head("")}\n## 标题\n`],
    ["a full-width space", `${head("")}\n##　标题\n`, `${head("")}\n## 标题\n`],
    ["full width and a space", `${head("")}\n＃＃ 标题\n`, `${head("")}\n## 标题\n`],
    ["a subheading that is indented", `${head("")}\n　　###标题\n`, `${head("")}\n### 标题\n`],
    ["one below a text", `${head("")}甲\n##1、标题\n`, `${head("")}甲\n## 1、标题\n`],
    ["zero-width characters", head("").replace("正文", "正\u200B\uFEFF文"), head("")],
    [
      "a zero-width character beside a delimiter",
      head("").replace("---\n正", "---\u200B\n正"),
      head(""),
    ],
    ["a zero-width character in a name", head("sour\u200Bce: 乙\n"), head("source: 乙\n")],
    [
      "a zero-width character in a web address",
      `${head("")}\n<https://example.org/a\u200B>\n`,
      `${head("")}\n<https://example.org/a>\n`,
    ],
    [
      "subheadings one below the other",
      `${head("")}\n##一\n＃＃＃二\n##三\n文字\n##四\n`,
      `${head("")}\n## 一\n### 二\n## 三\n文字\n## 四\n`,
    ],
    ["two byte order marks", `\uFEFF\uFEFF${head("")}`, `\uFEFF${head("")}`],
  ])("%s", (_, before, after) => {
    const { mended, bytes } = mend({ [path]: before });
    expect(bytes().toString("utf8")).toBe(after);
    expect(mended.map(({ file }) => file)).toEqual([path]);
  });

  test("GBK becomes UTF-8, and is mended further", () => {
    const ascii = Buffer.from("---\ntitle: A\ndate: 2017/7/7\n---\n");
    const text = Buffer.concat([ascii, gbk]);
    const { mended, bytes } = mend({ [path]: text });
    expect(bytes().toString("utf8")).toBe(
      "---\ntitle: A\ndate: 2017-07-07\n---\n走访兴县，看到了新修的路和学校，村里的老人说起当年的事。",
    );
    expect(mended).toMatchObject([
      { from: "GBK", diff: expect.stringContaining("-date: 2017/7/7") },
    ]);
  });

  test("UTF-16 with a byte order mark becomes UTF-8", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(head(""), "utf16le")]);
    const { mended, bytes } = mend({ [path]: utf16 });
    expect(bytes().toString("utf8")).toBe(head(""));
    expect(mended).toEqual([{ file: path, line: 1, from: "UTF-16", diff: "" }]);
  });

  test("site.yaml and standing pages are mended as well", () => {
    const page = "---\ntitle：关于\n---\n本会。\n";
    const { mended, bytes } = mend({
      "site.yaml": settings.replace("title: 晋绥", "title：晋绥"),
      "pages/about.md": page,
    });
    expect(mended.map(({ file }) => file)).toEqual(["pages/about.md", "site.yaml"]);
    expect(bytes("site.yaml").toString()).toBe(settings);
    expect(bytes("pages/about.md").toString()).toBe(page.replace("：", ": "));
  });
});

test("every other byte stays: line ends, byte order mark, spaces, the file's mode", () => {
  const before = "\uFEFF---\r\ntitle：甲  \r\ndate: 2017-07-07\t\r\n---\n\n 正文  \r\r\n末\n\n\n";
  const folder = temporaryFolder();
  mkdirSync(join(folder, "news/2017"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), settings);
  writeFileSync(join(folder, path), before);
  chmodSync(join(folder, path), 0o640);
  mendFolder(folder);
  const after = readFileSync(join(folder, path), "utf8");
  expect(after).toBe(before.replace("title：", "title: "));
  expect(statSync(join(folder, path)).mode & 0o777).toBe(0o640);
});

describe("what could mean more than one thing stays as it is", () => {
  test.each([
    ["nothing wrong", head("")],
    ["a date with two digits for the year", head("updated: 17/8/1\n")],
    ["a date that the calendar does not have", head("updated: 2017/2/30\n")],
    ["a name that is only near", head("titel: 乙\n")],
    ["a Chinese name beside the field", head("标题: 乙\n")],
    ["a Chinese name beside another of the same meaning", head("出处: 乙\n来源: 丙\n")],
    ["a day and an hour without anything between", head("updated: 2017/1/112:30\n")],
    ["a tab below spaces", head("tags:\n  - 甲\n\t- 乙\n")],
    ["a tab beside spaces", head("tags:\n  - 甲\n  \t- 乙\n")],
    ["a tab that is less than the spaces above", head("tags:\n    - 甲\n\t- 乙\n")],
    ["tabs that are text", head("summary: |\n\t一\n\t\t二\n")],
    ["a colon inside quotes", head('summary: "一\ntitle：二"\n')],
    ["a colon inside brackets", head("tags: [甲,\nsource：乙]\n")],
    ["hyphens below text", "---\ntitle: 甲\ndate: 2017-07-07\n\n正文\n\n-----\n末\n"],
    ["hyphens between fields", "---\ntitle: 甲\n-----\ndate: 2017-07-07\n---\n正文\n"],
    ["a dash above an interview", "---\ntitle: 甲\ndate: 2017-07-07\n\n记者：好\n——\n末\n"],
    ["a dash below a line", "---\n——\n正文\n"],
    ["a text that starts with a dash", "——\n甲：乙\n---\n"],
    ["an unknown name with a full-width colon", head("备注：乙\n")],
    ["a value that is neither yes nor no", head("pinned: 大概\n")],
    ["a single hash", `${head("")}\n#标题\n`],
    ["a heading in a table", `${head("")}\n##甲 | 乙\n--|--\n1 | 2\n`],
    ["a heading over a line", `${head("")}\n##甲\n---\n`],
    ["a heading with hashes behind it", `${head("")}\n##甲 *乙* ##\n`],
    ["a heading with a backslash behind it", `${head("")}\n##甲\\\n乙\n`],
    ["a heading of too many marks", `${head("")}\n＃＃＃＃＃＃＃甲\n`],
    ["a zero-width character that keeps hashes apart", `${head("")}\n####\u200B##\n`],
    ["a zero-width character behind a hyphen", `${head("")}\n甲\n-\u200B\n`],
    ["a zero-width character before a list", `${head("")}\n\u200B- 甲\n`],
    ["a zero-width character behind hyphens", `${head("")}\n甲\n\n---\u200B\n`],
    ["a zero-width character between asterisks", `${head("")}\n*\u200B*甲**\n`],
    ["a zero-width character before quotes", head('source: \u200B"乙"\n')],
    ["a zero-width character between hyphen and space", head("tags:\n  -\u200B 甲\n")],
    ["a mark of direction", `${head("")}\nשלום\u200F! abc\u200E\n`],
    ["a mark of direction in Chinese", head("").replace("正文", "正\u200E文")],
    ["a vowel separator of Mongolian", `${head("")}\nᠠ\u180Eᠠ\n`],
    ["the ends of words in Thai", `${head("")}\nภาษา\u200Bไทย\n`],
    ["seven hashes", `${head("")}\n#######标题\n`],
    ["a topic between hashes", `${head("")}\n##晋绥##\n`],
    ["front matter that never ends", "---\ntitle: 甲\ndate: 2017-07-07\n\n正文\n\n——\n"],
    ["a first line that is text", "正文\n---\n"],
    ["a control character", head("").replace("正文", "正\u000B文")],
    ["the joiner of an emoji", `${head("")}👨‍👩‍👧\n`],
  ])("%s", (_, text) => {
    const { mended, bytes } = mend({ [path]: text });
    expect(bytes().toString("utf8")).toBe(text);
    expect(mended).toEqual([]);
  });

  test.each([
    ["too short to tell", Buffer.from("---\ntitle: \xbd\xfa\n---\n", "latin1")],
    ["UTF-8 with GBK in it", Buffer.concat([Buffer.from(head("")), gbk])],
    ["UTF-8 that was cut off", Buffer.from(head("")).subarray(0, -2)],
    [
      "Big5",
      Buffer.from(
        `---\ntitle: A\n---\n${"\xa8\xab\xb3\x58\xbf\xb3\xbf\xa4\xa1\x41".repeat(12)}`,
        "latin1",
      ),
    ],
    [
      "EUC-KR",
      Buffer.from(
        `---\ntitle: A\n---\n${"\xbf\xc0\xb4\xc3\xc0\xba \xb3\xaf\xbe\xbe\xb0\xa1 ".repeat(8)}`,
        "latin1",
      ),
    ],
  ])("an encoding: %s", (_, bytes) => {
    const { mended, bytes: after } = mend({ [path]: bytes });
    expect(after().equals(bytes)).toBe(true);
    expect(mended).toEqual([]);
  });
});

test("a Chinese name of a field that a standing page does not have stays", () => {
  const { mended } = mend({ "pages/about.md": "---\ntitle: 关于\n作者: 甲\n---\n本会。\n" });
  expect(mended).toEqual([]);
});

test("nothing is written through a link", () => {
  const outside = join(temporaryFolder(), "a.md");
  const text = head("").replace("title:", "title：");
  writeFileSync(outside, text);
  const folder = temporaryFolder();
  mkdirSync(join(folder, "news/2017"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), settings);
  symlinkSync(outside, join(folder, path));
  expect(mendFolder(folder)).toEqual([]);
  expect(readFileSync(outside, "utf8")).toBe(text);
});

describe("what a build would not read is not mended", () => {
  test("a file that takes too long", () => {
    const slow = readFileSync(join(siteOf("article-slow").folder, "news/2017/a.md"), "utf8");
    const text = slow.replace("title: ", "title：");
    expect(text).not.toBe(slow);
    const { mended, bytes } = mend({
      [path]: text,
      "news/2017/b.md": head("").replace(": ", "："),
    });
    expect(mended.map(({ file }) => file)).toEqual(["news/2017/b.md"]);
    expect(bytes().toString("utf8")).toBe(text);
  });

  test("a file that is too large", () => {
    const text = head("").replace(": ", "：").padEnd(maxFileBytes, "字");
    const { mended, bytes } = mend({ [path]: text });
    expect(mended).toEqual([]);
    expect(bytes().toString("utf8")).toBe(text);
  });

  test("a file that is too large once it is UTF-8", () => {
    const text = head("").padEnd(maxFileBytes / 2 - 10, "字");
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    const { mended, bytes } = mend({ [path]: utf16 });
    expect(mended).toEqual([]);
    expect(bytes().equals(utf16)).toBe(true);
  });
});

test.each([
  ["subheadings below each other", "##标题\n", "## 标题\n"],
  ["subheadings in full width apart", "＃＃标题\n\n正文\n\n", "## 标题\n\n正文\n\n"],
  ["zero-width characters", "正\u200B文\n\n", "正文\n\n"],
])("thousands of mends are made at once: %s", (_, before, after) => {
  const { folder, bytes } = mend({ [path]: `${head("")}\n${before.repeat(5000)}` });
  expect(bytes().toString("utf8")).toBe(`${head("")}\n${after.repeat(5000)}`);
  expect(mendFolder(folder)).toEqual([]);
});

test("a mend that would change what a line means keeps no other from being made", () => {
  const before = "正\u200B文\n\n---\u200B\n\n##题\n\n##甲 | 乙\n--|--\n1 | 2\n\n";
  const after = "正文\n\n---\u200B\n\n## 题\n\n##甲 | 乙\n--|--\n1 | 2\n\n";
  const { folder, bytes } = mend({ [path]: `${head("")}\n${before.repeat(9)}` });
  expect(bytes().toString("utf8")).toBe(`${head("")}\n${after.repeat(9)}`);
  expect(mendFolder(folder)).toEqual([]);
});

test("the change is told as a unified diff, with the ends of its lines", () => {
  const lines = ["---", "title：甲", "date: 2017-07-07", "---", "一", "", "二\u200B二"];
  const { mended } = mend({ [path]: lines.join("\r\n") });
  expect(mended).toEqual([
    {
      file: path,
      line: 2,
      diff: `@@ -1,3 +1,3 @@
 ---\r
-title：甲\r
+title: 甲\r
 date: 2017-07-07\r
@@ -6,2 +6,2 @@
 \r
-二\u200B二
\\ No newline at end of file
+二二
\\ No newline at end of file
`,
    },
  ]);
});

test("files that are one under two names are each mended", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "news/2017"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), settings);
  writeFileSync(join(folder, path), head("").replace(": ", "："));
  linkSync(join(folder, path), join(folder, "news/2017/b.md"));
  expect(mendFolder(folder)).toHaveLength(2);
  expect(readFileSync(join(folder, "news/2017/b.md"), "utf8")).toBe(head(""));
});

test("a link that has the name of a temporary file stays, and what it leads to", () => {
  const outside = join(temporaryFolder(), "a.txt");
  writeFileSync(outside, "mine");
  const folder = temporaryFolder();
  mkdirSync(join(folder, "news/2017"), { recursive: true });
  writeFileSync(join(folder, "site.yaml"), settings);
  writeFileSync(join(folder, path), head("").replace(": ", "："));
  symlinkSync(outside, join(folder, "news/2017/~$a.md"));
  expect(mendFolder(folder)).toHaveLength(1);
  expect(readFileSync(outside, "utf8")).toBe("mine");
  expect(readFileSync(join(folder, path), "utf8")).toBe(head(""));
});
