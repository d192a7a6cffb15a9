import { expect, test } from "vitest";
import { decodeForSure } from "./encoding.ts";

const hex = (text: string) => Buffer.from(text, "hex");
const utf8 = (text: string) => Buffer.from(text);

/** 走访兴县…, in GBK, and so much of it that what stands beside it changes no statistics. */
const gbk = hex(
  "d7dfb7c3d0cbcfd8a3acbfb4b5bdc1cbd0c2d0deb5c4c2b7bacdd1a7d0a3a3acb4e5c0efb5c4c0cfc8cbcbb5c6f0b5b1c4eab5c4cac2a1a3",
);
const long = Buffer.concat([utf8("---\ntitle: A\n---\n"), ...Array<Buffer>(9).fill(gbk)]);

test.each([
  ["GBK", long],
  ["a character of four bytes", Buffer.concat([long, hex("8139ee39")])],
  ["a control character of Word", Buffer.concat([long, hex("0b"), gbk])],
  ["lines that end as on an old Mac", Buffer.concat([long, utf8("\r"), gbk])],
])("%s is read, and its bytes can be had again", (_, bytes) => {
  const decoded = decodeForSure(bytes);
  expect(decoded).toMatchObject({ from: "GBK" });
  expect(decoded?.text).toContain("走访兴县，看到了新修的路和学校");
});

test.each([
  ["a line of UTF-8", [long, utf8("\n兴县\n"), gbk]],
  ["a line of UTF-8 on an old Mac", [long, utf8("\r兴县\r"), gbk]],
  ["UTF-8 inside a line", [long, utf8("晋绥人民"), gbk]],
  ["characters of private use", [long, hex("aaa1")]],
  ["a character that there is not", [long, hex("8130c836")]],
  ["a wide space of other bytes", [long, hex("a3a0")]],
  ["a mark in four bytes instead of two", [long, hex("82359037")]],
  ["the sign of the euro in one byte", [long, hex("80"), utf8("\n")]],
  ["a control character of a wrong encoding", [long, hex("81308130")]],
  ["half a character", [long, hex("d7")]],
])("GBK with %s is left", (_, parts) => {
  expect(decodeForSure(Buffer.concat(parts))).toBeUndefined();
});

test.each([
  ["UTF-32", hex("fffe00002d0000002d000000")],
  ["half a character", hex("fffe2d002d")],
  ["half a pair", hex("fffe00d82d00")],
  ["characters of private use", hex("fffe2d0000e0")],
])("UTF-16 with a byte order mark, but %s, is left", (_, bytes) => {
  expect(decodeForSure(bytes)).toBeUndefined();
});
