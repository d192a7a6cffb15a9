import { crc32 } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { tellingPicture } from "../../testing/pictures.ts";
import { bytesOf, MalformedImageError } from "../bytes.ts";
import { checkStructure, withoutMetadata } from "./index.ts";

const strip = (image: Buffer) => withoutMetadata(".png", image);

function chunk(type: string, data: string | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data as string, "latin1")]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(body.length - 4, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

const headerEnd = 33;

/** A picture with chunks put in behind its header. */
const insert = (image: Buffer, ...chunks: Buffer[]) =>
  Buffer.concat([image.subarray(0, headerEnd), ...chunks, image.subarray(headerEnd)]);

let plain: Buffer;
beforeAll(async () => {
  plain = strip(await tellingPicture(1).png().toBuffer());
});

test.each(["tEXt", "zTXt", "iTXt", "tIME", "eXIf", "iDOT", "caBX", "prVW", "sPLT", "vpAg"])(
  "%s goes",
  (type) => {
    expect(strip(insert(plain, chunk(type, "SECRET")))).toEqual(plain);
  },
);

test.each(["tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL", "fdAT"])(
  "%s stays, for it says how to show the pixels",
  (type) => {
    const image = insert(plain, chunk(type, "1234"));
    expect(strip(image)).toEqual(image);
  },
);

test("Exif behind the pixels keeps its orientation alone as well", () => {
  const six =
    "MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x02SE\0\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0SECRET";
  const image = Buffer.concat([plain.subarray(0, -12), chunk("eXIf", six), plain.subarray(-12)]);
  const turned = Buffer.from("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06", "latin1");
  const expected = chunk("eXIf", Buffer.concat([turned, Buffer.alloc(6)]));
  expect(strip(image)).toEqual(
    Buffer.concat([plain.subarray(0, -12), expected, plain.subarray(-12)]),
  );
});

test("what can't be followed behind the pixels is an end", () => {
  const broken = Buffer.concat([plain.subarray(0, -12), Buffer.from("SECRET SECRET"), plain]);
  checkStructure(".png", bytesOf(broken));
  expect(strip(broken)).toEqual(plain);
});

test.each([
  ["an unknown chunk that must be understood", insert, chunk("SECR", "1")],
  ["a chunk without a name", insert, chunk("a\0\0b", "1")],
])("%s is refused", (_, put, part) => {
  expect(() => strip(put(plain, part))).toThrow(MalformedImageError);
});

test("a picture that does not start with its header, or has no pixels, is refused", () => {
  const late = Buffer.concat([plain.subarray(0, 8), chunk("gAMA", "1234"), plain.subarray(8)]);
  const empty = Buffer.concat([plain.subarray(0, headerEnd), chunk("IEND", "")]);
  expect(() => strip(late)).toThrow(MalformedImageError);
  expect(() => strip(empty)).toThrow(MalformedImageError);
});
