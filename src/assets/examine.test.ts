import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { tellingPicture } from "../testing/pictures.ts";
import { pngOf, samplePdf, samplePng } from "../testing/samples.ts";
import { examineAssets } from "./examine.ts";

const limits = { image: 1, attachment: 2, pixels: 3 };
const MiB = 1024 * 1024;

async function faultsOf(files: Record<string, Buffer>) {
  const folder = temporaryFolder();
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const examined = await examineAssets(folder, Object.keys(files), limits);
  expect([...examined.keys()].sort()).toEqual(Object.keys(files).sort());
  const faulty = Array.from(examined).filter(([, { faults }]) => faults.length > 0);
  return Object.fromEntries(faulty.map(([path, { faults }]) => [path, faults]));
}

const padded = (bytes: Buffer, length: number) =>
  Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);

test("files that are what they should be have no faults", async () => {
  const jpeg = await tellingPicture().jpeg().toBuffer();
  const files = { "news/2017/图.PNG": samplePng, "a/a.jpeg": jpeg, "年报.pdf": samplePdf };
  expect(await faultsOf(files)).toEqual({});
});

test("what is at the limit is within it, what is beyond is told with its size", async () => {
  const faults = await faultsOf({
    "at.png": padded(samplePng, MiB),
    "beyond.png": padded(samplePng, MiB + 1),
    "at.pdf": padded(samplePdf, 2 * MiB),
    "beyond.pdf": padded(samplePdf, 2.5 * MiB),
    "wide.png": pngOf(3_000, 1_000),
    "wider.png": pngOf(3_001, 1_000),
  });
  expect(faults).toEqual({
    "beyond.png": [
      { code: "asset-large", params: { file: "beyond.png", image: true, size: "1.1", max: 1 } },
    ],
    "beyond.pdf": [
      { code: "asset-large", params: { file: "beyond.pdf", image: false, size: "2.5", max: 2 } },
    ],
    "wider.png": [
      { code: "image-pixels", params: { file: "wider.png", width: 3001, height: 1000, max: 3 } },
    ],
  });
});

test("all that is wrong with a file is told at once", async () => {
  const faults = await faultsOf({
    "both.png": padded(pngOf(16_000, 16_000), 2 * MiB),
    "cut.png": padded(samplePng.subarray(0, 50), 2 * MiB),
  });
  const codes = Object.entries(faults).map(([file, found]) => [file, found.map((one) => one.code)]);
  expect(codes.sort()).toEqual([
    ["both.png", ["image-pixels", "asset-large"]],
    ["cut.png", ["image-broken", "asset-large"]],
  ]);
});

test("a picture is broken if it is cut short, or its header can't be understood", async () => {
  const strange = pngOf(0, 0);
  const jpeg = await tellingPicture().jpeg().toBuffer();
  const faults = await faultsOf({
    "cut.jpg": jpeg.subarray(0, -2),
    "strange.png": strange,
    "noise.webp": Buffer.from("RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0", "latin1"),
  });
  expect(faults).toEqual(
    Object.fromEntries(
      ["cut.jpg", "strange.png", "noise.webp"].map((file) => [
        file,
        [{ code: "image-broken", params: { file } }],
      ]),
    ),
  );
});

test.each([
  ["a.png", Buffer.alloc(0), { content: "empty", found: "", remedy: "copy" }],
  ["a.png", samplePdf, { content: "known", found: ".pdf", remedy: "rename" }],
  ["a.png", Buffer.from("<html>"), { content: "known", found: ".html", remedy: "image-page" }],
  ["a.pdf", Buffer.from("<html>"), { content: "known", found: ".html", remedy: "page" }],
  ["a.docx", Buffer.from("\u00d0"), { content: "unknown", found: "", remedy: "office" }],
  ["a.pdf", Buffer.from("MZ12345678"), { content: "known", found: ".exe", remedy: "export" }],
])("%s that is something else is told with the way out", async (file, bytes, told) => {
  const params = { file, ending: file.slice(1), ...told };
  expect(await faultsOf({ [file]: bytes })).toEqual({ [file]: [{ code: "asset-type", params }] });
});

test("many files are all looked at", async () => {
  const names = Array.from({ length: 100 }, (_, index) => `${index}.png`);
  const faults = await faultsOf(Object.fromEntries(names.map((name) => [name, Buffer.alloc(0)])));
  expect(Object.keys(faults).sort()).toEqual(names.sort());
});
