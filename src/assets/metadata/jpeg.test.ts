import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { tellingPicture } from "../../testing/pictures.ts";
import { bytesOf, MalformedImageError } from "../bytes.ts";
import { checkStructure, withoutMetadata } from "./index.ts";

const strip = (image: Buffer) => withoutMetadata(".jpg", image);

function segment(code: number, data: string | Buffer): Buffer {
  const body = Buffer.from(data as string, "latin1");
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A picture with segments put in behind its first two bytes. */
const insert = (image: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([image.subarray(0, 2), ...segments, image.subarray(2)]);

let plain: Buffer;
beforeAll(async () => {
  plain = strip(await tellingPicture(1).jpeg().toBuffer());
});

describe("of the segments of applications", () => {
  test.each([
    ["IPTC", 0xed, "Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\nSECRET"],
    ["a comment", 0xfe, "SECRET"],
    ["XMP", 0xe1, "http://ns.adobe.com/xap/1.0/\0<x/>SECRET"],
    ["more XMP", 0xe1, "http://ns.adobe.com/xmp/extension/\0SECRET"],
    ["further pictures", 0xe2, "MPF\0MM\0*SECRET"],
    ["FlashPix", 0xe2, "FPXR\0SECRET"],
    ["a thumbnail beside JFIF", 0xe0, "JFXX\0\x10SECRET\xff\xd9"],
    ["maker notes", 0xe5, "SECRET"],
    ["content credentials", 0xeb, "JP\0\0SECRET"],
    ["a thermal picture", 0xe1, "FLIR\0SECRET"],
    ["Exif with nothing to keep", 0xe1, "Exif\0\0MM\0*\0\0\0\x08\0\0SECRET"],
    ["Exif that can't be followed", 0xe1, "Exif\0\0MM\0*\xff\xff\xff\xffSECRET"],
    ["an empty one", 0xe4, ""],
  ])("%s goes", (_, code, data) => {
    expect(strip(insert(plain, segment(code, data)))).toEqual(plain);
  });

  test("JFIF stays without its thumbnail", () => {
    const head = "JFIF\0\x01\x02\x01\0\x48\0\x48";
    const jfif = segment(0xe0, `${head}\x01\x02SECRET`);
    expect(strip(insert(plain, jfif))).toEqual(insert(plain, segment(0xe0, `${head}\0\0`)));
  });

  test("the colour transform of Adobe stays, without which CMYK is another picture", async () => {
    const cmyk = await sharp(plain).toColourspace("cmyk").jpeg().toBuffer();
    expect(cmyk.includes("\xff\xee\0\x0eAdobe", 0, "latin1")).toBe(true);
    const published = strip(cmyk);
    const raw = (image: Buffer) => sharp(image).raw().toBuffer();
    expect(await raw(published)).toEqual(await raw(cmyk));
    const smuggling = segment(0xee, "Adobe\0\x64\0\0\0\0\x02SECRET");
    expect(strip(insert(plain, smuggling)).includes("SECRET")).toBe(false);
  });

  test.each([2, 3, 4, 5, 6, 7, 8])("orientation %i stays", async (orientation) => {
    const published = strip(await tellingPicture(orientation).jpeg().toBuffer());
    expect((await sharp(published).metadata()).orientation).toBe(orientation);
    expect(published.includes("ZHANG")).toBe(false);
  });

  test("of two blocks of Exif the first that tells of an orientation counts", async () => {
    const six = strip(await tellingPicture(6).jpeg().toBuffer());
    const three = segment(0xe1, "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0");
    const both = strip(insert(six, segment(0xe1, "Exif\0\0"), three));
    expect((await sharp(both).metadata()).orientation).toBe(3);
    expect(both.toString("latin1").match(/Exif/g)).toHaveLength(1);
  });
});

test("what stands between the scans of a progressive picture goes as well", async () => {
  const image = strip(await tellingPicture(1).jpeg({ progressive: true }).toBuffer());
  const secondScan = image.lastIndexOf(Buffer.from([0xff, 0xda]));
  const telling = Buffer.concat([
    image.subarray(0, secondScan),
    segment(0xfe, "SECRET"),
    segment(0xe1, "Exif\0\0SECRET"),
    image.subarray(secondScan),
  ]);
  expect(strip(telling)).toEqual(image);
});

test("restarts and fill bytes are no end of the picture", () => {
  const scan = plain.lastIndexOf(Buffer.from([0xff, 0xda]));
  const filled = Buffer.concat([
    plain.subarray(0, scan),
    Buffer.from([0xff, 0xff]),
    plain.subarray(scan, -2),
    Buffer.from([0xff, 0xd0, 0x12, 0xff, 0, 0x34, 0xff, 0xff, 0xd9]),
  ]);
  expect(strip(filled).subarray(-9).toString("hex")).toBe("ffd012ff0034ffffd9");
});

test("the film of a motion photo goes, also where the end of the picture must be looked for", () => {
  const film = Buffer.alloc(200_000, "SECRET");
  const motion = Buffer.concat([plain, film]);
  checkStructure(".jpg", bytesOf(motion));
  expect(strip(motion)).toEqual(plain);
});

test("a second picture behind the first goes", () => {
  const two = Buffer.concat([plain, insert(plain, segment(0xfe, "SECRET"))]);
  checkStructure(".jpg", bytesOf(two));
  expect(strip(two)).toEqual(plain);
});

test("pixels that end in the middle, before another picture, are an end", () => {
  const scan = plain.lastIndexOf(Buffer.from([0xff, 0xda])) + 100;
  const broken = Buffer.concat([plain.subarray(0, scan), segment(0xe1, "SECRET"), plain]);
  const published = strip(broken);
  expect(published).toEqual(Buffer.concat([plain.subarray(0, scan), Buffer.from([0xff, 0xd9])]));
});

test.each([
  ["no marker", Buffer.from([0xff, 0xd8, 0x12, 0x34, 0xff, 0xd9])],
  ["a length below two", Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 1, 0xff, 0xd9])],
  ["a length beyond the end", Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0xff, 0xd9])],
  ["an end before any scan", Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ["a scan without data", Buffer.from([0xff, 0xd8, 0xff, 0xda, 0xff, 0xd9])],
])("%s is refused", (_, image) => {
  expect(() => checkStructure(".jpg", bytesOf(image))).toThrow(MalformedImageError);
  expect(() => strip(image)).toThrow(MalformedImageError);
});
