import sharp from "sharp";
import { expect, test } from "vitest";
import { tellingPicture } from "../testing/pictures.ts";
import { encode, encoderVersion, UndecodableImageError } from "./encode.ts";
import { cardOf, type Variant, variantsOf } from "./variants.ts";

const picture = await tellingPicture(6, 700, 500).jpeg().toBuffer();
const file = {
  ...{ path: "news/2017/a.jpg", hash: "", size: 100_000 },
  pixels: { width: 500, height: 700, moving: false },
};
const variants = [...variantsOf(file, encoderVersion()), cardOf(file, encoderVersion()) as Variant];

test("the version of the encoder is that of the library", () => {
  expect(encoderVersion()).toBe(sharp.versions.sharp);
});

test.each(
  variants.map((variant) => [variant.address.replace(/\.[0-9a-f]+/, ""), variant] as const),
)(
  "%s is as large as it says, upright, tells nothing more and comes out the same again",
  async (_, variant) => {
    const made = await encode(variant, picture);
    sharp.concurrency(4);
    expect(made.equals(await encode(variant, picture))).toBe(true);
    const { width, height, format, exif, xmp, orientation } = await sharp(made).metadata();
    expect([width, height]).toEqual([variant.width, variant.height]);
    expect(format).toBe(variant.format === "avif" ? "heif" : variant.format);
    expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
  },
);

test("what is see-through is white on a card", async () => {
  const create = { width: 500, height: 700, channels: 4, background: "#00000000" } as const;
  const clear = await sharp({ create }).png().toBuffer();
  const made = await encode(cardOf(file, "1") as Variant, clear);
  const { dominant } = await sharp(made).stats();
  expect(Object.values(dominant).every((value) => value > 240)).toBe(true);
});

test("what can't be decoded is told by its path", async () => {
  const noise = Buffer.from(picture).fill(7, 700, 1500);
  const failing = encode(variants[0] as Variant, noise.subarray(0, 1500));
  await expect(failing).rejects.toThrow(UndecodableImageError);
  await expect(failing).rejects.toMatchObject({ path: "news/2017/a.jpg" });
});

test("what can be decoded, but not encoded, is no fault of the picture", async () => {
  const tooLong = { ...(variants[0] as Variant), width: 480, height: 17_000 };
  const failing = encode(tooLong, picture);
  await expect(failing).rejects.toThrow("too large");
  await expect(failing).rejects.not.toBeInstanceOf(UndecodableImageError);
});
