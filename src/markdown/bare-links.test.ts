import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const render = createMarkdown(catalogue("zh-Hans").page);
const linked = (text: string) => {
  const { html } = render(text, { file: "news/2017/a.md", line: 1 }, () => {});
  return [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map((match) => match.slice(1));
};

test.each([
  ["见https://www.gov.cn查询", "https://www.gov.cn/", "https://www.gov.cn"],
  ["见 http://a.cn/b?c=1&d=2#e。", "http://a.cn/b?c=1&amp;d=2#e", "http://a.cn/b?c=1&amp;d=2#e"],
  ["（https://a.cn/b）", "https://a.cn/b", "https://a.cn/b"],
  ["(https://a.cn/b).", "https://a.cn/b", "https://a.cn/b"],
  ["https://a.cn/，再说", "https://a.cn/", "https://a.cn/"],
])("%s has a link to %s", (text, href, words) => {
  expect(linked(text)).toEqual([[href, words]]);
});

test.each(["ftp://a.cn/b", "//a.cn/b", "www.a.cn", "a@b.cn", "http:// a", "https://。"])(
  "%s has none",
  (text) => {
    expect(linked(text)).toEqual([]);
  },
);
