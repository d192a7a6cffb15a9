import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { tellingPicture } from "../testing/pictures.ts";
import { samplePdf, samplePng } from "../testing/samples.ts";
import { zipOf } from "../testing/zip.ts";
import { otherType } from "./type.ts";

async function typeIn(bytes: string | Buffer, extension: string) {
  const path = join(temporaryFolder(), `a${extension}`);
  writeFileSync(path, Buffer.from(bytes as string, "latin1"));
  const other = await otherType(path, extension);
  return other && (other.found || other.content);
}

const types = (main: string) =>
  `<Types><Override PartName="/a.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`;
const word = types("openxmlformats-officedocument.wordprocessingml.document");
const macros = types("ms-word.document.macroEnabled");
const excel = types("openxmlformats-officedocument.spreadsheetml.sheet");
const powerPoint = types("openxmlformats-officedocument.presentationml.presentation");

const contentTypes = "[Content_Types].xml";
const docx = zipOf({ [contentTypes]: word, "_rels/.rels": "", "word/document.xml": "" });
const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const id3 = (padding: number) =>
  Buffer.concat([
    Buffer.from("ID3\x04\0\0\0\0\0\x0a0123456789", "latin1"),
    Buffer.alloc(padding),
    frame,
  ]);
const ftyp = (brand: string, ...more: string[]) =>
  `\0\0\0${String.fromCharCode(16 + more.length * 4)}ftyp${brand}\0\0\x02\0${more.join("")}\0\0\0\x08mdat`;

describe("is what its ending says:", () => {
  test.each([
    ["a PNG", ".png", samplePng],
    ["a JPEG", ".jpg", () => tellingPicture().jpeg().toBuffer()],
    ["a JPEG under its long name", ".jpeg", () => tellingPicture().jpeg().toBuffer()],
    ["a WebP", ".webp", () => tellingPicture().webp().toBuffer()],
    ["an AVIF", ".avif", () => tellingPicture().avif({ effort: 0 }).toBuffer()],
    ["an AVIF among HEIF files", ".avif", ftyp("mif1", "miaf", "avif")],
    ["a GIF", ".gif", () => tellingPicture().gif().toBuffer()],
    ["an animated PNG", ".png", animatedPng()],
    ["a PDF", ".pdf", samplePdf],
    ["a PDF behind a byte order mark", ".pdf", `\xef\xbb\xbf${samplePdf}`],
    ["a PDF behind what a scanner wrote", ".pdf", `\x1b%-12345X@PJL JOB\r\n${samplePdf}`],
    ["a Word document", ".docx", docx],
    [
      "one of LibreOffice",
      ".docx",
      zipOf({ "_rels/.rels": "", "word/document.xml": "", [contentTypes]: word }),
    ],
    [
      "one of WPS",
      ".docx",
      zipOf({ "docProps/app.xml": "", "word/document.xml": "", [contentTypes]: word }),
    ],
    [
      "one that was streamed, with a large picture before its types",
      ".docx",
      zipOf(
        {
          "word/document.xml": "",
          "word/media/a.jpg": randomBytes(3_000_000),
          [contentTypes]: word,
        },
        { streamed: true },
      ),
    ],
    ["a sheet", ".xlsx", zipOf({ [contentTypes]: excel, "xl/workbook.xml": "" })],
    ["a presentation", ".pptx", zipOf({ [contentTypes]: powerPoint, "ppt/presentation.xml": "" })],
    ["a ZIP", ".zip", zipOf({ "读我.txt": "" })],
    ["an empty ZIP", ".zip", zipOf({})],
    ["an MP3", ".mp3", frame],
    ["an MP3 with a tag", ".mp3", id3(0)],
    ["an MP3 with a padded tag", ".mp3", id3(5000)],
    ["an MP3 that starts inside a frame", ".mp3", Buffer.concat([Buffer.alloc(300, 1), frame])],
    ...["isom", "mp42", "mp41", "M4V ", "M4A ", "3gp5", "avc1", "dash", "MSNV"].map(
      (brand) => [`an MP4 of brand ${brand}`, ".mp4", ftyp(brand)] as const,
    ),
    ["a WebM", ".webm", webm],
    ["an M4A", ".m4a", ftyp("M4A ")],
    ["an M4A of a phone's recorder", ".m4a", ftyp("mp42")],
    ["an Ogg with Vorbis", ".ogg", ogg("\x01vorbis\0")],
    ["an Ogg with Opus", ".ogg", ogg("OpusHead")],
  ] as const)("%s", async (_, extension, bytes) => {
    const content = typeof bytes === "function" ? await bytes() : bytes;
    expect(await typeIn(content as Buffer, extension)).toBeUndefined();
  });
});

const webm = Buffer.from("\x1a\x45\xdf\xa3\x88\x42\x82\x84webm", "latin1");

/** The first page of an Ogg: 28 bytes, then the head of what is in it. */
const ogg = (head: string) => Buffer.from(`OggS${"\0".repeat(24)}${head}`, "latin1");

const html = "<!DOCTYPE html>\n<title>404</title>";
const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>';

describe("is something else:", () => {
  test.each([
    ["HTML", ".png", html, ".html"],
    ["HTML behind blanks", ".gif", `\n\n  <html>`, ".html"],
    ["an SVG", ".png", svg, ".svg"],
    ["an SVG without XML declaration", ".webp", "<svg onload='x'>", ".svg"],
    ["a PNG", ".jpg", samplePng, ".png"],
    ["an animated PNG", ".gif", animatedPng(), ".png"],
    ["a JPEG", ".png", () => tellingPicture().jpeg().toBuffer(), ".jpg"],
    ["a photo of an iPhone", ".jpg", ftyp("heic", "mif1"), ".heic"],
    ["a HEIF that is no AVIF", ".avif", ftyp("mif1", "heic"), ".heic"],
    ["a bitmap", ".jpg", "BM\x36\0\0\0\0\0\0\0\x36\0\0\0", ".bmp"],
    ["a text", ".jpg", "兴县", "unknown"],
    ["nothing", ".png", "", "empty"],
    ["one byte", ".png", "\x89", "unknown"],
    ["a program", ".pdf", `MZ\x90\0\x03\0\0\0${samplePdf}`, ".exe"],
    ["HTML before a PDF", ".pdf", `<script>alert(1)</script>${samplePdf}`, ".html"],
    ["a tag before a PDF", ".pdf", `<b>${samplePdf}`, "unknown"],
    ["a PDF that starts too late", ".pdf", `${" ".repeat(1024)}${samplePdf}`, "unknown"],
    ["a ZIP", ".docx", zipOf({ "word/a.xml": "" }), ".zip"],
    ["a damaged document", ".docx", docx.subarray(0, 40), ".zip"],
    ["a sheet", ".docx", zipOf({ [contentTypes]: excel }), ".xlsx"],
    ["a document", ".zip", docx, ".docx"],
    ["a document with macros", ".docx", zipOf({ [contentTypes]: macros }), ".docm"],
    [
      "one that hides them",
      ".docx",
      zipOf({ [contentTypes]: "<Types/>", "word/document.xml": "", "word/vbaProject.bin": "" }),
      ".docm",
    ],
    [
      "one that says it has none",
      ".docx",
      zipOf({ [contentTypes]: word, "word/document.xml": "", "word/vbaProject.bin": "" }),
      ".docm",
    ],
    [
      "an old or a locked document",
      ".docx",
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}`,
      "unknown",
    ],
    [
      "an OpenDocument text",
      ".docx",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.text" }),
      ".odt",
    ],
    [
      "a FLAC with a tag",
      ".mp3",
      Buffer.concat([id3(0).subarray(0, 20), Buffer.from("fLaC\0\0\0\x22")]),
      ".flac",
    ],
    ["AAC", ".mp3", Buffer.from([0xff, 0xf1, 0x50, 0x80, 0, 0x1f, 0xfc, 0]), ".aac"],
    ["a text", ".mp3", "ID", "unknown"],
    ["HTML behind the letters of a tag", ".mp3", `ID3${html}`, ".html"],
    ["a film of QuickTime", ".mp4", ftyp("qt  "), ".mov"],
    ["an AVIF", ".mp4", ftyp("avif"), ".avif"],
    ["a film of Matroska", ".mp4", "\x1a\x45\xdf\xa3\x88\x42\x82\x84webm", ".webm"],
    ["a Matroska that is no WebM", ".webm", "\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska", ".mkv"],
    ["an MP4", ".webm", ftyp("isom"), ".mp4"],
    ["a film in Ogg", ".ogg", ogg("\x80theora\0"), ".ogv"],
    ["HTML", ".ogg", html, ".html"],
  ] as const)("%s named %s", async (_, extension, bytes, found) => {
    const content = typeof bytes === "function" ? await bytes() : bytes;
    expect(await typeIn(content as Buffer, extension)).toBe(found);
  });
});

/** The head of an animated PNG: what tells it from others stands before the pixels. */
function animatedPng(): Buffer {
  const control = Buffer.from("\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0", "latin1");
  return Buffer.concat([samplePng.subarray(0, 33), control, samplePng.subarray(33)]);
}
