import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
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
    ["too many hyphens", head("").replaceAll("---", "-----"), head("")],
    ["a dash of Word", head("").replace("---", "——"), head("")],
    ["a subheading without a space", `${head("")}\n##标题\n`, `${head("")}\n## 标题\n`],
    ["a subheading in full width", `${head("")}\n＃＃标题\n`, `${head("")}\n## 标题\n`],
    ["zero-width characters", head("").replace("正文", "正\u200B\uFEFF文"), head("")],
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
    expect(mended).toEqual([{ file: path, from: "UTF-16", diff: "" }]);
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
  expect(after).toBe(before.replace("title：甲  ", "title: 甲"));
  expect(statSync(join(folder, path)).mode & 0o777).toBe(0o640);
});

describe("what could mean more than one thing stays as it is", () => {
  test.each([
    ["nothing wrong", head("")],
    ["a date with two digits for the year", head("updated: 17/8/1\n")],
    ["a date that the calendar does not have", head("updated: 2017/2/30\n")],
    ["a name that is only near", head("titel: 乙\n")],
    ["a Chinese name beside the field", head("标题: 乙\n")],
    ["an unknown name with a full-width colon", head("备注：乙\n")],
    ["a value that is neither yes nor no", head("pinned: 大概\n")],
    ["a single hash", `${head("")}\n#标题\n`],
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
