import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { MalformedImageError } from "../bytes.ts";
import { withoutMetadata } from "./index.ts";

const strip = (image: Buffer) => withoutMetadata(".gif", image);

let animated: Buffer;
let firstBlock: number;
beforeAll(async () => {
  const frames = await Promise.all(
    ["red", "blue", "green"].map((background) =>
      sharp({ create: { width: 30, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  animated = await sharp(frames, { join: { animated: true } })
    .gif({ loop: 3, delay: [100, 200, 300] })
    .toBuffer();
  const flags = animated.readUInt8(10);
  firstBlock = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
});

const insert = (...bytes: (string | number[])[]) =>
  Buffer.concat([
    animated.subarray(0, firstBlock),
    ...bytes.map((part) => Buffer.from(part as string, "latin1")),
    animated.subarray(firstBlock),
  ]);

test.each([
  ["a comment", [[0x21, 0xfe, 6], "SECRET", [3], "abc", [0]]],
  ["a plain text", [[0x21, 0x01, 12], "123456789012", [6], "SECRET", [0]]],
  // The tail of XMP leads a reader of blocks to the end, wherever in the text it jumps in.
  [
    "XMP",
    [
      [0x21, 0xff, 11],
      "XMP DataXMP",
      "<x>SECRET</x>",
      [1, ...Array.from({ length: 256 }, (_, at) => 255 - at), 0],
    ],
  ],
  ["an extension of another program", [[0x21, 0xff, 11], "SECRET 1.00", [2], "ab", [0]]],
  ["an extension nobody knows", [[0x21, 0x33, 6], "SECRET", [0]]],
] as [string, (string | number[])[]][])("%s goes", (_, bytes) => {
  expect(strip(insert(...bytes))).toEqual(strip(animated));
});

test("an animation plays as before", async () => {
  expect(strip(animated).includes("NETSCAPE2.0")).toBe(true);
  const published = strip(insert([0x21, 0xfe, 6], "SECRET", [0]));
  const { pages, loop, delay } = await sharp(published, { animated: true }).metadata();
  expect({ pages, loop, delay }).toEqual({ pages: 3, loop: 3, delay: [100, 200, 300] });
  const pixels = (image: Buffer) => sharp(image, { animated: true }).raw().toBuffer();
  expect(await pixels(published)).toEqual(await pixels(animated));
});

test.each([
  ["a block nobody knows", () => insert([0x12])],
  ["data without an end", () => insert([0x21, 0xfe, 255])],
  ["another version", () => Buffer.concat([Buffer.from("GIF90a"), animated.subarray(6)])],
])("%s is refused", (_, make) => {
  expect(() => strip(make())).toThrow(MalformedImageError);
});
