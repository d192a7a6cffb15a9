import { expect, test } from "vitest";
import { createMarkdown } from "../src/markdown/render.ts";
import { catalogue } from "../src/messages/index.ts";
import type { Medium, Picture } from "../src/pages/media.ts";
import { sizeText, withMedia, withSizes } from "./media.ts";

const texts = catalogue("zh-Hans").page;
const markdown = createMarkdown(texts);

/** A body as it is kept, so that what is known of our own markup is put to the test. */
const bodyOf = (source: string) =>
  markdown(source, { file: "news/2017/a.md", line: 1 }, () => {}).html.trim();

const files = [480, 1600].map((width) => ({ href: `/assets/a-${width}.x.webp`, width }));
const photo: Picture = {
  ...{ kind: "picture", href: "/news/2017/a.jpg", width: 1600, height: 900 },
  variants: [
    { format: "webp", files },
    { format: "jpeg", files: [{ href: "/assets/a-480.x.jpg", width: 480 }] },
  ],
};
const icon: Picture = {
  ...{ kind: "picture", href: "/news/2017/b.png", width: 40, height: 30, variants: [] },
};
const media: Medium[] = [
  photo,
  icon,
  { kind: "attachment", href: "/news/2017/a.pdf", type: "PDF", size: 1_258_291 },
  { kind: "attachment", href: "/news/2017/a.mp3", type: "MP3", size: 3_000_000 },
  { kind: "film", href: "/news/2017/a.mp4", type: "MP4", size: 9e6, width: 640, height: 360 },
];
const shown = (source: string) => withMedia(bodyOf(source), media, texts);

test("a picture can be had in other sizes and formats, and its place is kept", () => {
  const sizes = 'sizes="(min-width: 700px) 660px, calc(100vw - 2rem)"';
  expect(shown("![春耕](a.jpg)")).toBe(
    `<figure><picture><source type="image/webp" srcset="/assets/a-480.x.webp 480w, /assets/a-1600.x.webp 1600w" ${sizes}>` +
      '<img src="/news/2017/a.jpg" alt="春耕" loading="eager" fetchpriority="high" decoding="async" width="1600" height="900" ' +
      `srcset="/assets/a-480.x.jpg 480w" ${sizes}></picture><figcaption>春耕</figcaption></figure>`,
  );
});

test("one that is as it is only has its size", () => {
  expect(shown("![](b.png)")).toBe(
    '<figure><img src="/news/2017/b.png" alt="" loading="eager" fetchpriority="high" decoding="async" width="40" height="30"></figure>',
  );
});

test("the first picture is loaded at once, the others when they come near", () => {
  const loading = shown("![](b.png)\n\n正文\n\n![](a.jpg)\n\n正文\n\n![](b.png)").match(
    /loading="\w+"/g,
  );
  expect(loading).toEqual(['loading="eager"', 'loading="lazy"', 'loading="lazy"']);
});

test("in a gallery pictures are shown small, each within the link to itself, and after it as wide as ever", () => {
  const html = shown("![](a.jpg)\n![](a.jpg)\n\n正文\n\n![](a.jpg)");
  const sizes = html.match(/<source [^>]*sizes="[^,]*/g)?.map((one) => one.replace(/^.*\) /, ""));
  expect(sizes).toEqual(["340px", "340px", "660px"]);
  expect(html).toContain('<a href="/news/2017/a.jpg"><picture>');
  expect(html).toContain("</picture></a>");
});

test("an attachment tells its type and size, unless its words tell the type", () => {
  expect(shown("[年报](a.pdf#p2)，[2017 年报（pdf）](a.pdf)")).toBe(
    '<p><a href="/news/2017/a.pdf#p2" class="attachment">年报<small>（PDF，1.2 MB）</small></a>，' +
      '<a href="/news/2017/a.pdf" class="attachment">2017 年报（pdf）<small>（1.2 MB）</small></a></p>',
  );
});

test("other links, and links to pictures, are as they were", () => {
  const html = bodyOf("[甲](b.md)、[乙](https://example.org/a.pdf)、[丙](a.jpg)");
  expect(withMedia(html, media, texts)).toBe(html);
});

test("a film has its size, a sound none", () => {
  expect(shown("![](a.mp4)")).toContain(' preload="metadata" width="640" height="360"><a ');
  expect(shown("![](a.mp3)")).toContain(
    '<audio src="/news/2017/a.mp3" controls preload="metadata">',
  );
});

test("what is in the text is no markup", () => {
  const source = '`<img src="/news/2017/a.jpg">` &lt;a href="/news/2017/a.pdf"&gt;';
  expect(shown(source)).toBe(bodyOf(source));
});

test("elsewhere pictures and films only tell their size", () => {
  const html = withSizes(bodyOf("![](a.jpg)\n\n![](a.mp4)\n\n[年报](a.pdf)"), media);
  expect(html).toContain(
    '<img src="/news/2017/a.jpg" alt="" loading="lazy" decoding="async" width="1600" height="900">',
  );
  expect(html).toContain('preload="metadata" width="640" height="360">');
  expect(html).toContain('<a href="/news/2017/a.pdf">年报</a>');
});

test.each([
  [1, "0.1 KB"],
  [1536, "1.5 KB"],
  [2048, "2 KB"],
  [67_000, "65 KB"],
  [1024 * 1024 - 1, "1 MB"],
  [1_258_291, "1.2 MB"],
  [52_000_000, "50 MB"],
  [3e9, "2.8 GB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
