import sharp from "sharp";
import { expect, test } from "vitest";
import { samplePng } from "../testing/samples.ts";
import { bytesOf } from "./bytes.ts";
import { isMoving } from "./moving.ts";

const frame = { width: 8, height: 16, channels: 3, background: "#123" } as const;
const film = sharp({
  create: { ...frame, pageHeight: 8, noise: { type: "gaussian", mean: 99, sigma: 30 } },
});
const still = sharp({ create: frame });
const png = samplePng;
// `acTL` of eight bytes, whose checksum nobody looks at here, before the pixels.
const control = Buffer.from("\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0", "latin1");
const animated = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
const avif = Buffer.from("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "latin1");
const sequence = Buffer.from("\0\0\0\x1cftypavif\0\0\0\0avifavismsf1", "latin1");

test.each([
  ["a WebP", ".webp", await still.webp().toBuffer(), false],
  ["a WebP of several frames", ".webp", await film.webp().toBuffer(), true],
  ["a PNG", ".png", png, false],
  ["an animated PNG", ".png", animated, true],
  ["an AVIF", ".avif", avif, false],
  ["a sequence of AVIF", ".avif", sequence, true],
  ["a GIF", ".gif", await still.gif().toBuffer(), true],
  ["a JPEG", ".jpg", await still.jpeg().toBuffer(), false],
])("%s", (_, extension, bytes, moving) => {
  expect(isMoving(extension, bytesOf(bytes))).toBe(moving);
});
