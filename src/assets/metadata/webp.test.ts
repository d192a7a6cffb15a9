import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { tellingPicture } from "../../testing/pictures.ts";
import { MalformedImageError } from "../bytes.ts";
import { withoutMetadata } from "./index.ts";

const strip = (image: Buffer) => withoutMetadata(".webp", image);

function chunk(type: string, data: string | Buffer): Buffer {
  const body = Buffer.from(data as string, "latin1");
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A picture with more chunks behind its last. */
function append(image: Buffer, ...chunks: Buffer[]): Buffer {
  const longer = Buffer.concat([image, ...chunks]);
  longer.writeUInt32LE(longer.length - 8, 4);
  return longer;
}

let extended: Buffer;
let simple: Buffer;
let lossless: Buffer;
let animated: Buffer;
beforeAll(async () => {
  const picture = sharp(await tellingPicture(1).png().toBuffer());
  extended = strip(await tellingPicture(1).webp().toBuffer());
  simple = await picture.clone().webp().toBuffer();
  lossless = await picture.clone().webp({ lossless: true }).toBuffer();
  const frames = await Promise.all(
    ["red", "blue"].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 4, background } })
        .png()
        .toBuffer(),
    ),
  );
  animated = await sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 200], loop: 3 })
    .toBuffer();
});

describe.each(["EXIF", "XMP ", "SECR", "VP8?"])("a %s chunk", (type) => {
  test("goes", () => {
    for (const image of [extended, simple, lossless, animated]) {
      expect(strip(append(image, chunk(type, "SECRET!")))).toEqual(strip(image));
    }
  });
});

test("pictures without metadata stay as they are", () => {
  for (const image of [extended, simple, lossless, animated]) expect(strip(image)).toEqual(image);
});

test("what was announced and has gone is announced no more", async () => {
  const telling = await tellingPicture(6).webp().toBuffer();
  const flags = (image: Buffer) => image.readUInt8(20) & 0x0c;
  expect(flags(telling)).toBe(0x0c);
  expect(flags(strip(telling))).toBe(0x08);
  expect(flags(extended)).toBe(0);
});

test("an animation plays as before, and its frames carry nothing else", async () => {
  const frame = animated.lastIndexOf("ANMF");
  const size = animated.readUInt32LE(frame + 4);
  const hidden = Buffer.concat([chunk("SECR", "SECRET"), chunk("ICCP", "SECRET")]);
  const telling = append(animated, hidden);
  telling.writeUInt32LE(size + hidden.length, frame + 4);
  expect(strip(telling)).toEqual(animated);
  const { pages, loop, delay } = await sharp(strip(telling), { animated: true }).metadata();
  expect({ pages, loop, delay }).toEqual({ pages: 2, loop: 3, delay: [100, 200] });
});

test.each([
  ["no picture", () => append(simple.subarray(0, 12), chunk("ICCP", "1234"))],
  ["a chunk that is longer than the file", () => append(simple, chunk("XMP ", "").fill(255, 4))],
  ["a frame without a head", () => append(simple.subarray(0, 12), chunk("ANMF", "1234"))],
  ["no flags", () => append(simple, chunk("VP8X", ""))],
])("%s is refused", (_, make) => {
  expect(() => strip(make())).toThrow(MalformedImageError);
});
