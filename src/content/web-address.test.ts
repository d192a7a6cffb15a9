import { describe, expect, test } from "vitest";
import { readWebAddress } from "./web-address.ts";

test.each([
  ["https://www.example.org", "https://www.example.org/"],
  [" HTTP://Example.org/a?b=c|d#e ", "http://example.org/a?b=c|d#e"],
  ["https://zh.example.org/wiki/晋绥（抗战）", "https://zh.example.org/wiki/%E6%99%8B"],
  ["https://例子.中国:8080/", "https://xn--fsqu00a.xn--fiqs8s:8080/"],
  ["http://[::1]/", "http://[::1]/"],
  ["https://a_b.example.org/x;y,z", "https://a_b.example.org/x;y,z"],
])("%s is an address", (written, href) => {
  expect(readWebAddress(written)).toMatchObject({ href: expect.stringContaining(href) });
});

describe("what is wrong, and the address put right", () => {
  const right = "https://www.example.org";
  test.each([
    ["www.example.org", { cause: "scheme", right }],
    ["https：／／www.example.org", { cause: "scheme", right }],
    ["https:/www.example.org", { cause: "scheme", right }],
    ["https//www.example.org", { cause: "scheme", right }],
    ["ftp://www.example.org", { cause: "scheme" }],
    ["javascript:alert(1)", { cause: "scheme" }],
    ["兴县先锋", { cause: "scheme" }],
    ["https://www.example.org；", { cause: "end", character: "；", right }],
    [`${right}/a.html。”`, { cause: "end", character: "。”", right: `${right}/a.html` }],
    [`${right};`, { cause: "character", character: ";" }],
    [`${right}（主页）`, { cause: "character", character: "（" }],
    ["https://www．example．org", { cause: "character", character: "．", right }],
    ["https://www.example%2Eorg", { cause: "character", character: "%" }],
    ["https://user:password@www.example.org", { cause: "user", right }],
    ["https://user@www.example.org/a@b", { cause: "user", right: `${right}/a@b` }],
    [`${right}/甲 乙`, { cause: "space" }],
    [`${right}\\@example.com/`, { cause: "user" }],
    [`${right}/甲\\乙`, { cause: "other" }],
    ["https://", { cause: "other" }],
    ["https://www.example.org:99999/", { cause: "other" }],
  ])("%s", (written, wrong) => {
    expect(readWebAddress(written)).toEqual(wrong);
  });
});
