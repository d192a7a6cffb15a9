import { expect, test } from "vitest";
import { type AssetFile, cardOf, variantsOf } from "./variants.ts";

const KiB = 1024;

const photo = (width: number, height: number, more: Partial<AssetFile> = {}): AssetFile => ({
  path: "news/2017/春耕.jpg",
  hash: "0123456789012345678901",
  size: 300 * KiB,
  pixels: { width, height, moving: false },
  ...more,
});

const told = (file: AssetFile) =>
  variantsOf(file, "1").map(({ address, width, height }) => {
    expect(address).toMatch(/^\/assets\/[^/]+-\d+\.[0-9a-f]{12}\.[a-z]+$/);
    return `${address.replace(/[0-9a-f]{12}/, "#")} ${width}x${height}`;
  });

test("a photograph has its widths in three formats, the best first", () => {
  expect(told(photo(4000, 3000))).toEqual(
    ["avif", "webp", "jpg"].flatMap((ending) => [
      `/assets/春耕-480.#.${ending} 480x360`,
      `/assets/春耕-960.#.${ending} 960x720`,
      `/assets/春耕-1600.#.${ending} 1600x1200`,
    ]),
  );
});

test.each([
  [480, [480]],
  [599, [599]],
  [600, [480, 600]],
  [1000, [480, 1000]],
  [1200, [480, 960, 1200]],
  [1600, [480, 960, 1600]],
])("of one %d wide there are those that are no wider and worth a file: %j", (width, widths) => {
  const found = variantsOf(photo(width, 300), "1").filter(({ format }) => format === "avif");
  expect(found.map((one) => one.width)).toEqual(widths);
});

test("a drawing keeps its edges and its own format beside", () => {
  const drawing = photo(1600, 1000, { path: "news/2017/图.png", size: 100 * KiB });
  expect(told(drawing)).toEqual([
    "/assets/图-480.#.webp 480x300",
    "/assets/图-1600.#.webp 1600x1000",
  ]);
  const scan = { ...drawing, size: 2000 * KiB };
  expect(told(scan).map((one) => one.replace(/^.*#/, ""))).toContain(".avif 480x300");
});

test.each([
  ["narrow", photo(479, 400)],
  ["light", photo(1600, 1000, { size: 20 * KiB - 1 })],
  ["an animation", photo(1600, 1000, { pixels: { width: 1600, height: 1000, moving: true } })],
  ["of a size that can't be told", { path: "a.jpg", hash: "", size: 100 * KiB }],
])("what is %s stays as it is", (_, file) => {
  expect(variantsOf(file, "1")).toEqual([]);
  expect(cardOf(file, "1")).toBeUndefined();
});

test.each([
  ["as long as every format can hold", 16_383, ["avif", "webp", "jpeg"]],
  ["too long for WebP", 16_384, ["avif", "jpeg"]],
  ["too long for AVIF as well", 20_000, ["jpeg"]],
])("what is %s has none of a format that can't hold its widest", (_, height, formats) => {
  const found = variantsOf(photo(1080, height), "1").map(({ format }) => format);
  expect([...new Set(found)]).toEqual(formats);
});

test("what is too long for a JPEG stands for its page itself", () => {
  expect(cardOf(photo(480, 65_535), "1")).toBeDefined();
  expect(cardOf(photo(480, 65_536, { path: "news/2017/a.png" }), "1")).toBeUndefined();
});

test("a card is a JPEG of 1200 pixels, or of as many as there are", () => {
  expect(cardOf(photo(4000, 3000), "1")).toMatchObject({
    format: "jpeg",
    width: 1200,
    height: 900,
  });
  expect(cardOf(photo(640, 480), "1")).toMatchObject({ format: "jpeg", width: 640, height: 480 });
});

test("an address stands for the bytes: of the image, the settings and the encoder", () => {
  const addresses = [
    ...variantsOf(photo(1600, 1200), "1"),
    ...variantsOf(photo(1600, 1200), "2"),
    ...variantsOf(photo(1600, 1200, { hash: "another" }), "1"),
    // As wide as one of the others, but with settings of its own.
    cardOf(photo(960, 720), "1"),
  ].map((variant) => variant?.address);
  expect(new Set(addresses).size).toBe(9 + 9 + 9 + 1);
  expect(variantsOf(photo(1600, 1200), "1")).toEqual(variantsOf(photo(1600, 1200), "1"));
});
