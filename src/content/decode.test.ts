import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { decode, forbiddenCharacter, maxFileBytes, textOf } from "./decode.ts";

function read(bytes: Uint8Array) {
  const problems: Problem[] = [];
  const text = decode("news/2017/a.md", bytes, (found) => problems.push(found));
  const [told] = problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
  return { text, told, params: problems[0]?.params, problems: problems.length };
}

const utf8 = (text: string) => Buffer.from(text, "utf8");
// 晋绥, as an old editor on Windows saves it.
const gbk = Buffer.from([0xbd, 0xfa, 0xcb, 0xe7]);

const isC1 = (code: number) => code >= 0x7f && code <= 0x9f;

describe("text that passes", () => {
  test.each([
    ["Han characters outside the basic plane", "晋绥𠮷😀", "晋绥𠮷😀"],
    ["an empty file", "", ""],
    ["a tab", "甲\t乙", "甲\t乙"],
    ["Windows line ends", "甲\r\n乙\r\n", "甲\n乙\n"],
    ["old Mac line ends", "甲\r乙", "甲\n乙"],
    ["two line ends of two kinds", "甲\r\n\r乙", "甲\n\n乙"],
    ["full-width and zero-width spaces", "甲　乙\u200B丙", "甲　乙\u200B丙"],
  ])("%s", (_, written, text) => {
    expect(read(utf8(written))).toMatchObject({ text, problems: 0 });
  });

  test("bytes that are a part of a larger buffer are read alone", () => {
    const whole = utf8("山西晋绥");
    expect(read(whole.subarray(6, 12)).text).toBe("晋绥");
  });
});

test("any text comes back from its bytes", () => {
  const any = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("\0", "\uFEFF", "a", "é", "晋", "\uFFFF", "𠮷", "\u{10FFFF}"),
    }),
    fc.string({ unit: "binary-ascii" }),
  );
  const agrees = fc.property(any, (text) => {
    expect(textOf(utf8(text))).toBe(text);
  });
  fc.assert(agrees);
  const long = "晋绥𠮷a".repeat(100_000);
  expect(textOf(utf8(long))).toBe(long);
});

describe("bytes that are no UTF-8", () => {
  test.each([
    ["GBK from the start", gbk, "1:1", "GBK"],
    ["GBK after whole lines", Buffer.concat([utf8("---\ntitle: "), gbk]), "2:8", "GBK"],
    ["GBK after Windows line ends", Buffer.concat([utf8("---\r\n- "), gbk]), "2:3", "GBK"],
    ["GBK after old Mac line ends", Buffer.concat([utf8("---\r- "), gbk]), "2:3", "GBK"],
    ["GBK pasted into UTF-8", Buffer.concat([utf8("𠮷晋\n绥"), gbk]), "2:2", ""],
    ["GBK after two code units", Buffer.concat([utf8("𠮷"), gbk]), "1:3", "GBK"],
    ["UTF-16 LE with its mark", Buffer.from("\uFEFF晋绥", "utf16le"), "1:1", "UTF-16"],
    ["UTF-16 BE with its mark", Buffer.from("\uFEFF晋绥", "utf16le").swap16(), "1:1", "UTF-16"],
    ["UTF-16 without its mark", Buffer.from("甲: 题目 x", "utf16le"), "1:7", "UTF-16"],
    ["a character cut in two", utf8("甲晋").subarray(0, 5), "1:2", ""],
    ["an overlong slash", Buffer.from([0xc0, 0xaf]), "1:1", expect.any(String)],
    ["a surrogate", Buffer.from([0xed, 0xa0, 0x80]), "1:1", expect.any(String)],
    ["a byte that no encoding has", Buffer.from([0x41, 0xff, 0xff]), "1:2", ""],
  ])("%s", (_, bytes, place, looksLike) => {
    const expected = { text: undefined, told: `${place} encoding`, params: { looksLike } };
    expect(read(bytes)).toEqual({ ...expected, problems: 1 });
  });

  test("UTF-16 of Latin letters without its mark is told by its NULs", () => {
    expect(read(Buffer.from("title", "utf16le")).told).toBe("1:2 control-character");
  });
});

describe("characters that cannot be seen", () => {
  test.each([
    ["two byte order marks", "\uFEFF\uFEFF---\n", "1:1 byte-order-mark", undefined],
    ["NUL", "甲\n\u0000", "2:1 control-character", "U+0000"],
    ["backspace", "---\n晋绥\u0008见闻", "2:3 control-character", "U+0008"],
    ["vertical tab, from Word", "甲\r\n乙\u000B丙", "2:2 control-character", "U+000B"],
    ["escape", "\u001B[31m红", "1:1 control-character", "U+001B"],
    ["delete", "甲\u007F", "1:2 control-character", "U+007F"],
    ["a C1 control", "甲\u0085", "1:2 control-character", "U+0085"],
    ["a noncharacter", "𠮷\uFFFF", "1:3 control-character", "U+FFFF"],
  ])("%s", (_, written, told, codePoint) => {
    const found = read(utf8(written));
    expect(found).toMatchObject({ text: undefined, told, problems: 1 });
    expect(found.params?.["codePoint"]).toBe(codePoint);
  });

  test("only the first one is told", () => {
    expect(read(utf8("甲\u0001乙\u0002"))).toMatchObject({ told: "1:2 control-character" });
  });

  test("each character is told or passes by the rule alone", () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const isControl = code < 0x20 ? !/[\t\n\r]/.test(String.fromCharCode(code)) : isC1(code);
      const isSurrogate = code >= 0xd800 && code <= 0xdfff;
      const isNone = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
      const found = forbiddenCharacter(`甲${String.fromCodePoint(code)}乙`) !== undefined;
      if (found !== (isControl || isSurrogate || isNone)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test("half a character counts as one, a whole one outside the basic plane does not", () => {
    expect(forbiddenCharacter("甲\uD842")).toEqual({ codePoint: "U+D842", index: 1 });
    expect(forbiddenCharacter("甲𠮷")).toBeUndefined();
  });
});

describe("size", () => {
  test("1 MiB passes", () => {
    expect(read(Buffer.alloc(maxFileBytes, "a")).problems).toBe(0);
  });
  test("a byte more does not, whatever the bytes are", () => {
    expect(read(Buffer.alloc(maxFileBytes + 1, 0xff)).told).toBe("1:1 file-large");
  });
});
