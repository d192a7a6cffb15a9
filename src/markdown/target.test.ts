import { describe, expect, test } from "vitest";
import { targetOf } from "./target.ts";

const from = "news/2017/兴县.md";

describe("links that may be", () => {
  test.each([
    ["https://example.org/甲?a=1#b", "https://example.org/%E7%94%B2?a=1#b"],
    ["HTTP://Example.org", "http://example.org/"],
    ["https://晋绥.中国/", "https://xn--tjvp16c.xn--fiqs8s/"],
    ["https://example.org/?a=\\*", "https://example.org/?a=\\*"],
    ["mailto:office@example.org", "mailto:office@example.org"],
    ["tel:+86-10-63395639", "tel:+86-10-63395639"],
  ])("%s leads away", (written, href) => {
    expect(targetOf(written, from)).toEqual({ kind: "external", href });
  });

  test.each([
    ["#小标题", { kind: "fragment", fragment: "小标题" }],
    ["#%E5%B0%8F", { kind: "fragment", fragment: "小" }],
    ["b.md", { kind: "file", path: "news/2017/b.md" }],
    ["./地图.png", { kind: "file", path: "news/2017/地图.png" }],
    ["%E5%9C%B0%E5%9B%BE.png", { kind: "file", path: "news/2017/地图.png" }],
    ["../2016/b.md#一", { kind: "file", path: "news/2016/b.md", fragment: "一" }],
    ["../../pages/about.md", { kind: "file", path: "pages/about.md" }],
    ["cafe\u0301.md", { kind: "file", path: "news/2017/caf\u00E9.md" }],
    ["/news/index.html", { kind: "address", address: "/news/index.html" }],
    ["/关于.html#一", { kind: "address", address: "/关于.html", fragment: "一" }],
    ["/../../etc/passwd", { kind: "address", address: "/etc/passwd" }],
    ["/%2Fexample.org", { kind: "address", address: "/example.org" }],
    ["甲/javascript:b", { kind: "file", path: "news/2017/甲/javascript:b" }],
    ["\u3000javascript:b", { kind: "file", path: "news/2017/\u3000javascript:b" }],
    ["ｊａｖａscript：b", { kind: "file", path: "news/2017/ｊａｖａscript：b" }],
    ["javascript%3Ab", { kind: "file", path: "news/2017/javascript:b" }],
  ])("%j stays", (written, target) => {
    expect(targetOf(written, from)).toEqual(target);
  });
});

describe("links that may not be", () => {
  test.each([
    ["javascript:alert(1)", "link-scheme"],
    ["JaVaScRiPt:alert(1)", "link-scheme"],
    ["java\tscript:alert(1)", "link-scheme"],
    ["java\nscript:alert(1)", "link-scheme"],
    ["java\rscript:alert(1)", "link-scheme"],
    [" javascript:alert(1)", "link-scheme"],
    ["\u0001javascript:alert(1)", "link-scheme"],
    ["\t\n javascript:alert(1)", "link-scheme"],
    ["data:text/html,<script>", "link-scheme"],
    ["vbscript:x", "link-scheme"],
    ["file:///etc/passwd", "link-scheme"],
    ["blob:https://a.cn/1", "link-scheme"],
    ["view-source:https://a.cn", "link-scheme"],
    ["intent://a#Intent;end", "link-scheme"],
    ["feed:javascript:alert(1)", "link-scheme"],
    ["ftp://a.cn/x", "link-scheme"],
    ["C:/Users/甲.docx", "link-scheme"],
    ["//a.cn/x", "link-scheme"],
    ["\\\\a.cn\\x", "link-scheme"],
    ["/\\a.cn", "link-scheme"],
    ["/\t/a.cn", "link-scheme"],
    ["图\\地图.png", "link-malformed"],
    [" b.md", "link-malformed"],
    ["a\tb.md", "link-malformed"],
    ["", "link-malformed"],
    ["#", "link-malformed"],
    ["b%zz.md", "link-malformed"],
    ["b.md#%E5", "link-malformed"],
    ["http:a.cn", "link-malformed"],
    ["https:/a.cn", "link-malformed"],
    ["http:///a.cn", "link-malformed"],
    ["http://?甲", "link-malformed"],
    ["http://%zz", "link-malformed"],
    ["https://a.cn\\@b.cn/", "link-malformed"],
    ["https://a.cn/甲\\乙", "link-malformed"],
    ["http://a.cn:99999/", "link-malformed"],
    ["http://a.cn；", "link-malformed"],
    ["http://user:password@a.cn/", "link-malformed"],
    ["../../../etc/passwd", "link-outside"],
    ["%2e%2e/%2e%2e/%2e%2e/etc/passwd", "link-outside"],
    ["..%2F..%2F..%2Fetc", "link-outside"],
    ["../../..", "link-outside"],
  ])("%j: %s", (written, code) => {
    expect(targetOf(written, from)).toMatchObject({ kind: "problem", code });
  });
});
