import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { secrets, tellingPicture } from "../../testing/pictures.ts";
import { bytesOf, MalformedImageError } from "../bytes.ts";
import { boxesIn } from "./boxes.ts";
import { withoutMetadata } from "./index.ts";

const strip = (image: Buffer) => withoutMetadata(".avif", image);

function box(type: string, data: string | Buffer): Buffer {
  const body = Buffer.from(data as string, "latin1");
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4);
  return Buffer.concat([head, body]);
}

/** A box whose size takes eight bytes. */
function longBox(type: string, data: string): Buffer {
  const bytes = Buffer.concat([box(type, ""), Buffer.alloc(8), Buffer.from(data, "latin1")]);
  bytes.writeUInt32BE(1);
  bytes.writeBigUInt64BE(BigInt(bytes.length), 8);
  return bytes;
}

let telling: Buffer;
let plain: Buffer;
beforeAll(async () => {
  telling = await tellingPicture().avif({ effort: 0 }).toBuffer();
  plain = strip(telling);
});

const boxesOf = (image: Buffer) => boxesIn(bytesOf(image), 0, image.length);

test("everything but Exif and XMP stays where it was, byte for byte", () => {
  expect(plain.length).toBe(telling.length);
  const meta = boxesOf(telling).find(({ type }) => type === "meta");
  expect(plain.subarray(0, meta?.end)).toEqual(telling.subarray(0, meta?.end));
  const changed = [...telling.keys()].filter((at) => telling[at] !== plain[at]);
  const [first = 0, last = 0] = [changed[0], changed.at(-1)];
  const { exif, xmp } = { exif: telling.indexOf("Exif\0\0"), xmp: telling.indexOf("<x:xmp") };
  expect(Math.min(exif, xmp) - 4).toBeLessThanOrEqual(first);
  expect(last - first).toBeLessThan(274 + 65 + 4);
});

test("Exif is empty, not broken, and the pixels are the same", async () => {
  const pixels = (image: Buffer) => sharp(image).raw().toBuffer();
  expect(await pixels(plain)).toEqual(await pixels(telling));
  const { exif } = await sharp(plain).metadata();
  const empty = Buffer.from("II*\0\x08\0\0\0", "latin1");
  expect(exif).toEqual(Buffer.concat([empty, Buffer.alloc(274 - empty.length)]));
});

describe("of the boxes of the file", () => {
  test.each([
    ["a film in its own box", () => box("mpvd", "SECRET")],
    ["one of another program", () => box("uuid", "0123456789abcdefSECRET")],
    ["a long one", () => longBox("uuid", "0123456789abcdefSECRET")],
    ["free space", () => box("free", "SECRET")],
    ["a whole film", () => Buffer.concat([box("ftyp", "mp42"), box("mdat", "SECRET")])],
    ["bytes that are no box", () => Buffer.from("SECRET SECRET SECRET")],
    ["a box that is cut short", () => box("mpvd", "SECRET").subarray(0, 12)],
  ])("%s behind the picture goes", (_, make) => {
    expect(strip(Buffer.concat([telling, make()]))).toEqual(plain);
  });

  test.each([
    ["a box", box("uuid", "SECRET")],
    ["a long one", longBox("skip", "SECRET")],
  ])("%s between others becomes free space, for they must stay where they are", (_, secret) => {
    const image = Buffer.concat([plain, secret, box("mdat", "")]);
    const published = strip(image);
    expect(published.length).toBe(image.length);
    expect(published.includes("SECRET")).toBe(false);
    const types = boxesOf(plain).map(({ type }) => type);
    expect(boxesOf(published).map(({ type }) => type)).toEqual([...types, "free", "mdat"]);
  });
});

test("a picture whose data lie in its meta box is emptied of secrets there as well", () => {
  const infe = (id: number, type: string) =>
    box("infe", `\x02\0\0\0\0${String.fromCharCode(id)}\0\0${type}\0`);
  const iloc = (entries: string) => box("iloc", `\x01\0\0\0\x44\0\0\x02${entries}`);
  const entry = (id: number, offset: number, length: number) =>
    `\0${String.fromCharCode(id)}\0\x01\0\0\0\x01\0\0\0${String.fromCharCode(offset)}\0\0\0${String.fromCharCode(length)}`;
  const image = Buffer.concat([
    box("ftyp", "avif\0\0\0\0"),
    box(
      "meta",
      Buffer.concat([
        Buffer.alloc(4),
        box(
          "iinf",
          `\0\0\0\0\0\x02${Buffer.concat([infe(1, "av01"), infe(2, "Exif")]).toString("latin1")}`,
        ),
        iloc(entry(1, 0, 4) + entry(2, 4, 30)),
        box("idat", `PIXE${"SECRET".padEnd(30, "!")}`),
        box("udta", "SECRET"),
      ]),
    ),
  ]);
  const published = strip(image);
  expect(published.length).toBe(image.length);
  expect(published.includes("SECRET")).toBe(false);
  expect(published.includes("PIXE\0\0\0\0II*\0")).toBe(true);
});

test("a film is emptied of what it tells of places", () => {
  const moov = box(
    "moov",
    Buffer.concat([box("udta", "SECRET"), box("trak", box("meta", "SECRET"))]),
  );
  const published = strip(Buffer.concat([telling, moov]));
  expect(published.length).toBe(telling.length + moov.length);
  expect(secrets.filter((secret) => published.includes(secret))).toEqual([]);
  expect(() => strip(Buffer.concat([telling, moov, Buffer.from("1234")]))).toThrow(
    MalformedImageError,
  );
});

test.each([
  ["films in films", () => nested(20_000)],
  ["boxes without number", () => box("moov", Buffer.alloc(800_000, box("free", "")))],
])("%s are refused or passed over, and keep nobody waiting", (_, make) => {
  const film = make();
  let published: Buffer | undefined;
  try {
    published = strip(Buffer.concat([telling, film]));
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedImageError);
  }
  expect(published?.length ?? telling.length + film.length).toBe(telling.length + film.length);
});

/** A `moov` in a `moov`, so many times. */
function nested(depth: number): Buffer {
  const bytes = Buffer.alloc(depth * 8);
  for (let at = 0; at < bytes.length; at += 8) {
    bytes.writeUInt32BE(bytes.length - at, at);
    bytes.write("moov", at + 4);
  }
  return bytes;
}

test("metadata that are all of the file again and again are refused", () => {
  const infe = (id: number) => box("infe", `\x02\0\0\0\0${String.fromCharCode(id)}\0\0Exif\0`);
  const count = 200;
  const types = Array.from({ length: count }, (_, at) => infe(at));
  const whole = Array.from({ length: count }, (_, at) => [
    0,
    at,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const parts = [
    Buffer.alloc(4),
    box("iinf", Buffer.concat([Buffer.from([0, 0, 0, 0, 0, count]), ...types])),
    box("iloc", Buffer.from([0, 0, 0, 0, 0x44, 0, 0, count, ...whole.flat()])),
  ];
  const data = box("mdat", Buffer.alloc(2 ** 24));
  const image = Buffer.concat([box("ftyp", "avif"), box("meta", Buffer.concat(parts)), data]);
  expect(() => strip(image)).toThrow(MalformedImageError);
});

test("a box of pictures that is longer than the file is refused", () => {
  const image = Buffer.from(telling);
  const pictures = boxesOf(image).find(({ type }) => type === "mdat");
  if (!pictures) throw new Error("no mdat box");
  image.writeUInt32BE(pictures.end - pictures.start + 1, pictures.start);
  expect(() => strip(image)).toThrow(MalformedImageError);
});

test.each([
  ["extents of no bytes without number", [0x01, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0xff, 0xff]],
  ["numbers of three bytes", [0x01, 0, 0, 0, 0x33, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]],
  ["more items than there are", [0x02, 0, 0, 0, 0x44, 0, 0xff, 0xff, 0xff, 0xff]],
  [
    "data in another item",
    [0x01, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
  ],
  ["data behind the end", [0x00, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1, 9, 0, 0, 0, 0, 0, 0, 1]],
])("%s are refused", (_, iloc) => {
  const parts = [Buffer.alloc(4), box("iinf", "\0\0\0\0\0\0"), box("iloc", Buffer.from(iloc))];
  const image = Buffer.concat([box("ftyp", "avif"), box("meta", Buffer.concat(parts))]);
  expect(() => strip(image)).toThrow(MalformedImageError);
});
