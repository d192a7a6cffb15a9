import { describe, expect, test } from "vitest";
import { htmlPagesOf, pageAt, render, sampleSite } from "../src/testing/articles.ts";
import { all, type Element, parseHtml, texts } from "../src/testing/html.ts";

// The address of the list of a name tells of characters that it can't have, by a hash.
const addresses = /(\/(?:tags|authors|sources)\/[^/"]*?)(?:-[a-z-]+)?-[0-9a-f]{16}/g;

/** All of a page but the hostile words: its elements, their attributes and their texts. */
function skeleton({ name, attributes, children }: Element, hostile: string): unknown {
  const json = JSON.stringify(hostile).slice(1, -1).replaceAll("<", "\\u003c");
  const written = name === "script" ? json : hostile;
  const without = (text: string) => text.replaceAll(written, "").replace(addresses, "$1");
  const values = Object.entries(attributes).map(([key, value]) => [key, without(value)]);
  const inside = children.map((child) =>
    typeof child === "string" ? without(child) : skeleton(child, hostile),
  );
  return [name, values, inside];
}

test.each([
  "<p>a",
  "<p>a</div>",
  "<p>a & b</p>",
  "<p>a < b</p>",
  '<p title="a"b">c</p>',
  '<p title="a" title="b">c</p>',
  "<p title=a>b</p>",
  "<p>a</p><!-- b -->",
])("the reader of these tests refuses %s", (html) => {
  expect(() => parseHtml(html)).toThrow();
});

const pages = htmlPagesOf(sampleSite());

describe.each([`<script>"'&lt;`, `</title>"'&lt;`, `-->"'&quot;`])("%s", (hostile) => {
  const attacked = sampleSite((text) => text + hostile);
  const attackedPages = htmlPagesOf(attacked);

  test("comes out as text in every layout, from every field", () => {
    expect(attackedPages).toHaveLength(pages.length);
    for (const [index, page] of pages.entries()) {
      const html = render(attackedPages[index] ?? page);
      const plain = skeleton(parseHtml(render(page)), hostile);
      expect(skeleton(parseHtml(html), hostile)).toEqual(plain);
      expect(html).not.toContain(hostile);
    }
  });

  test("is not lost from an article", () => {
    const html = render(pageAt(attacked, '/history/2018/兴县 "见闻"\'s.html'));
    const root = parseHtml(html);
    expect(texts(root, "h1")).toEqual([`兴县见闻${hostile}`]);
    expect(texts(root, "title")).toEqual([`兴县见闻${hostile} - 某某基金会${hostile}`]);
    expect(texts(root, ".byline")[0]).toContain(
      `来源:兴县先锋${hostile} (来源网页) 作者:张三${hostile} 李四${hostile}`,
    );
    expect(texts(root, ".tags")).toEqual([`兴县${hostile}历史${hostile}`]);
    expect(texts(root, ".editor")).toEqual([`本站编辑:王五${hostile}`]);
    const description = all(root, "meta").find(
      ({ attributes }) => attributes["name"] === "Description",
    );
    expect(description?.attributes["content"]).toBe(`走访兴县。${hostile}`);
  });
});

test("links are plain ASCII: Han characters, spaces and quotes are percent-encoded", () => {
  for (const page of pages) {
    const root = parseHtml(render(page));
    const hrefs = all(root).flatMap(({ attributes }) => attributes["href"] ?? []);
    const inside = hrefs.filter((href) =>
      /^(?:\/|#|mailto:|tel:|https:\/\/www\.example)/.test(href),
    );
    expect(inside.length).toBeGreaterThan(5);
    expect(inside.filter((href) => !/^[\w/.:%#@'+-]+$/.test(href))).toEqual([]);
  }
});

test("an address with quotes, spaces and Han characters is linked to as one", () => {
  const html = render(pageAt(sampleSite(), "/old/兴县.html"));
  const href = "/history/2018/%E5%85%B4%E5%8E%BF%20%22%E8%A7%81%E9%97%BB%22's.html";
  expect(html).toContain(`<a href="${href}">`);
  expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${href}"/>`);
});
