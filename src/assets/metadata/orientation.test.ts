import { expect, test } from "vitest";
import { exifOf, orientationOf } from "./orientation.ts";

/** A TIFF block with one entry: its tag, its type, its value as a short. */
function tiff(order: "II" | "MM", tag: number, type: number, value: number): Buffer {
  const bytes = Buffer.alloc(26);
  const uint16 = (at: number, number: number) =>
    order === "II" ? bytes.writeUInt16LE(number, at) : bytes.writeUInt16BE(number, at);
  bytes.write(order);
  uint16(2, 42);
  uint16(order === "II" ? 4 : 6, 8);
  uint16(8, 1);
  uint16(10, tag);
  uint16(12, type);
  uint16(order === "II" ? 14 : 16, 1);
  uint16(18, value);
  return bytes;
}

test.each([
  ["little-endian", tiff("II", 0x112, 3, 6), 6],
  ["big-endian", tiff("MM", 0x112, 3, 8), 8],
  ["behind a name", Buffer.concat([Buffer.from("Exif\0\0"), tiff("II", 0x112, 3, 3)]), 3],
  ["upright", tiff("II", 0x112, 3, 1), undefined],
  ["none there is", tiff("II", 0x112, 3, 9), undefined],
  ["of another type", tiff("II", 0x112, 2, 6), undefined],
  ["of another tag", tiff("II", 0x110, 3, 6), undefined],
  ["in another order", Buffer.from("XX"), undefined],
  ["in nothing", Buffer.alloc(0), undefined],
])("an orientation %s", (_, exif, orientation) => {
  expect(orientationOf(exif)).toBe(orientation);
});

test("what is cut short or leads astray has no orientation", () => {
  const whole = tiff("II", 0x112, 3, 6);
  for (let length = 0; length < 22; length++) {
    expect(orientationOf(whole.subarray(0, length))).toBeUndefined();
  }
  const astray = Buffer.from(whole);
  astray.writeUInt32LE(0xffffffff, 4);
  expect(orientationOf(astray)).toBeUndefined();
});

test("is what is written", () => {
  for (let orientation = 2; orientation <= 8; orientation++) {
    expect(orientationOf(exifOf(orientation))).toBe(orientation);
  }
});
