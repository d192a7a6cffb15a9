import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Picture } from "../src/pages/media.ts";
import { PictureElement } from "./picture.tsx";

const picture: Picture = {
  ...{ kind: "picture", href: "/news/2017/a.jpg", width: 1600, height: 900 },
  variants: [{ format: "avif", files: [{ href: "/assets/a-480.x.avif", width: 480 }] }],
};

test("a picture keeps its place and can be had in another format", () => {
  expect(
    renderToString(<PictureElement picture={picture} alt="“春耕”" where="reading" first />),
  ).toBe(
    '<picture><source type="image/avif" srcset="/assets/a-480.x.avif 480w" sizes="(min-width: 700px) 660px, calc(100vw - 2rem)"/>' +
      '<img src="/news/2017/a.jpg" alt="“春耕”" loading="eager" fetchpriority="high" decoding="async" width="1600" height="900"/></picture>',
  );
});

test("one that is further down waits until it comes near", () => {
  const html = renderToString(<PictureElement picture={picture} alt="" where="gallery" />);
  expect(html).toContain('alt loading="lazy" decoding="async"');
  expect(html).toContain('sizes="(min-width: 380px) 340px, calc(100vw - 2rem)"');
});
