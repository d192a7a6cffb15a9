import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/files.ts";
import { secrets, tellingPicture } from "../../testing/pictures.ts";
import { bytesOf, MalformedImageError, readIn } from "../bytes.ts";
import { checkStructure, withoutMetadata } from "./index.ts";

/** Pictures of each format that tell secrets, as sharp writes them; a GIF has no room for any. */
const formats = {
  ".jpg": () => tellingPicture().jpeg(),
  ".jpeg": () => tellingPicture().jpeg({ progressive: true, chromaSubsampling: "4:4:4" }),
  ".png": () => tellingPicture().png(),
  ".webp": () => tellingPicture().webp(),
  ".avif": () => tellingPicture().avif({ effort: 0 }),
  ".gif": () => tellingPicture().gif(),
};

const isWhole = (extension: string, bytes: Buffer) => {
  try {
    checkStructure(extension, bytesOf(bytes));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedImageError);
    return false;
  }
};

describe.each(Object.entries(formats))("%s", (extension, make) => {
  let original: Buffer;
  let published: Buffer;
  beforeAll(async () => {
    original = await make().toBuffer();
    published = withoutMetadata(extension, original);
  });

  test("tells no secret any more", async () => {
    const { exif, xmp } = await sharp(original).metadata();
    if (extension !== ".gif") expect([exif, xmp].map(String).join()).toMatch(/ZHANG SAN.*SECRET/s);
    expect(secrets.filter((secret) => published.includes(secret))).toEqual([]);
    const after = await sharp(published).metadata();
    expect(after.exif?.toString("latin1") ?? "").not.toContain("ZHANG");
    expect(after.xmpAsString?.trim() ?? "").toBe("");
  });

  test("shows the same pixels, in the same colours, turned the same way", async () => {
    const pixels = (image: Buffer) => sharp(image).autoOrient().raw().toBuffer();
    expect(await pixels(published)).toEqual(await pixels(original));
    const [before, after] = await Promise.all([
      sharp(original).metadata(),
      sharp(published).metadata(),
    ]);
    expect(after.icc).toEqual(before.icc);
    expect(after.orientation).toBe(before.orientation);
    const turned = [".avif", ".gif"].includes(extension) ? undefined : 6;
    expect(after.orientation).toBe(turned);
  });

  test("is the same however often it is done", () => {
    expect(withoutMetadata(extension, original)).toEqual(published);
    expect(withoutMetadata(extension, published)).toEqual(published);
  });

  test("what stands behind the picture goes", () => {
    const film = Buffer.from(
      "\0\0\0\x18ftypmp42 SECRET 37.469167,111.921111\xff\xd8\xff",
      "latin1",
    );
    const longer = Buffer.concat([original, film]);
    expect(isWhole(extension, longer)).toBe(true);
    expect(withoutMetadata(extension, longer)).toEqual(published);
  });

  test("a file that was cut short is refused, wherever it ends", () => {
    expect(isWhole(extension, original)).toBe(true);
    for (let length = 0; length < original.length; length++) {
      const cut = original.subarray(0, length);
      expect([length, isWhole(extension, cut)]).toEqual([length, false]);
    }
  });

  test("a file is read as bytes in memory are", () => {
    const path = join(temporaryFolder(), "a");
    const cuts = [original.length - 1, original.length >> 1, 100, 1, 0];
    for (const bytes of [original, published, ...cuts.map((end) => original.subarray(0, end))]) {
      writeFileSync(path, bytes);
      const check = () => readIn(path, (file) => checkStructure(extension, file));
      if (isWhole(extension, bytes)) check();
      else expect(check).toThrow(MalformedImageError);
    }
  });

  test("whatever a byte is changed to, it is refused or published, and soon", () => {
    const started = performance.now();
    for (let at = 0; at < Math.min(original.length, 1500); at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = Buffer.from(original);
        changed[at] = value;
        if (isWhole(extension, changed)) {
          const length = withoutMetadata(extension, changed).length;
          expect(length).toBeLessThanOrEqual(changed.length + 64);
        }
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test("an image of another format is refused", async () => {
  const png = await formats[".png"]().toBuffer();
  for (const extension of Object.keys(formats)) {
    expect([extension, isWhole(extension, png)]).toEqual([extension, extension === ".png"]);
  }
});
