import { expect, test } from "vitest";
import { addressOf, extensionOf, toHref } from "./address.ts";

test.each([
  ["news/2017/兴县见闻.md", "/news/2017/兴县见闻.html"],
  ["news/2017/a.MD", "/news/2017/a.html"],
  ["news/2017/a.b.md", "/news/2017/a.b.html"],
  ["pages/about.md", "/about.html"],
  ["pages/关于.md", "/关于.html"],
  ["pages/徽标.png", "/pages/徽标.png"],
  ["news/2017/pages/a.md", "/news/2017/pages/a.html"],
  ["news/2017/年报.pdf", "/news/2017/年报.pdf"],
])("%s is at %s", (path, address) => {
  expect(addressOf(path)).toBe(address);
});

test.each([
  ["a.PNG", ".png"],
  ["news.2017/a", ""],
  ["兴县.tar.gz", ".gz"],
  ["见闻", ""],
])("the ending of %s is “%s”", (path, extension) => {
  expect(extensionOf(path)).toBe(extension);
});

test.each([
  ["/news/2017/a.html", undefined, "/news/2017/a.html"],
  ["/news/2017/晋绥.html", undefined, "/news/2017/%E6%99%8B%E7%BB%A5.html"],
  ["/news/a b&c?d#e.html", undefined, "/news/a%20b%26c%3Fd%23e.html"],
  ['/news/"<a>.html', undefined, "/news/%22%3Ca%3E.html"],
  ["/a.html", "小标题", "/a.html#%E5%B0%8F%E6%A0%87%E9%A2%98"],
])("%s is written %s", (address, fragment, href) => {
  expect(toHref(address, fragment)).toBe(href);
});
