import { expect, test } from "vitest";
import { bytesOf } from "./bytes.ts";
import { filmSize } from "./film.ts";

const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};

/** The head of a track: 40 bytes, a matrix by its four first numbers, and the size. */
const track = (width: number, height: number, [a, b, c, d] = [1, 0, 0, 1]) => {
  const head = Buffer.alloc(84);
  for (const [at, value] of [a, b, 0, c, d].entries())
    head.writeInt32BE((value ?? 0) << 16, 40 + at * 4);
  head.writeUInt16BE(width, 76);
  head.writeUInt16BE(height, 80);
  return box("trak", box("tkhd", head), box("mdia", Buffer.alloc(20)));
};

const mp4 = (...tracks: Buffer[]) =>
  Buffer.concat([
    box("ftyp", Buffer.from("isom")),
    box("mdat", Buffer.alloc(5000)),
    box("moov", box("mvhd", Buffer.alloc(100)), ...tracks),
  ]);

const element = (id: string, content: Buffer | "open", ...more: Buffer[]) => {
  const body = Buffer.concat([...(content === "open" ? [] : [content]), ...more]);
  const size = Buffer.from(
    content === "open" ? [0xff] : [0x40 | (body.length >> 8), body.length & 255],
  );
  return Buffer.concat([Buffer.from(id, "hex"), size, body]);
};
const number = (value: number) => Buffer.from([value >> 8, value & 255]);
const video = (width: number, height: number) =>
  element("e0", element("b0", number(width)), element("ba", number(height)));
const webm = (...tracks: Buffer[]) =>
  Buffer.concat([
    element("1a45dfa3", Buffer.alloc(10)),
    element(
      "18538067",
      "open",
      element("ec", Buffer.alloc(300)),
      element("1654ae6b", Buffer.concat(tracks)),
    ),
  ]);

test.each([
  ["an MP4", ".mp4", mp4(track(1280, 720)), [1280, 720]],
  ["an MP4 with sound first", ".mp4", mp4(track(0, 0), track(640, 480)), [640, 480]],
  ["an MP4 that was filmed upright", ".mp4", mp4(track(1920, 1080, [0, 1, -1, 0])), [1080, 1920]],
  ["a WebM", ".webm", webm(element("ae", video(854, 480))), [854, 480]],
  [
    "a WebM with sound first",
    ".webm",
    webm(element("ae", element("e1", number(2))), element("ae", video(854, 480))),
    [854, 480],
  ],
])("%s tells how large it is", (_, extension, bytes, [width, height]) => {
  expect(filmSize(extension, bytesOf(bytes))).toEqual({ width, height });
});

test.each([
  ["an MP4 without pictures", ".mp4", mp4(track(0, 0))],
  ["an MP4 that is cut short", ".mp4", mp4(track(1280, 720)).subarray(0, 5100)],
  ["a WebM without pictures", ".webm", webm(element("ae", element("e1", number(2))))],
  ["a WebM that is cut short", ".webm", webm(element("ae", video(854, 480))).subarray(0, 40)],
  ["a WebM of nonsense", ".webm", Buffer.alloc(5000)],
  ["nothing", ".mp4", Buffer.alloc(0)],
])("%s does not", (_, extension, bytes) => {
  expect(filmSize(extension, bytesOf(bytes))).toBeUndefined();
});
