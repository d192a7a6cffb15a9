import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { projectFolder } from "./files.ts";

/** Files that are what they say, for tests in which it does not matter what they show. */
const basic = join(projectFolder, "src/testing/sites/basic/news/2017");

export const samplePng = readFileSync(join(basic, "map.png"));
export const samplePdf = readFileSync(join(basic, "form.pdf"));

/** A PNG whose header tells of so many pixels; it has too few, which only decoding would show. */
export function pngOf(width: number, height: number): Buffer {
  const png = Buffer.from(samplePng);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
