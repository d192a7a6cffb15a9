import { createHash } from "node:crypto";
import { posix } from "node:path";
import { extensionOf } from "../content/address.ts";

/** What pages need to know of an image, attachment, film or sound that they use. Plain data. */
export interface AssetFile {
  /** Path in the content folder. */
  path: string;
  /** The `hashOf` its bytes. */
  hash: string;
  /** In bytes. */
  size: number;
  /** How large it is shown, in pixels; absent where it has no pixels or they can't be told. */
  pixels?: Pixels;
}

export interface Pixels {
  width: number;
  height: number;
  /** Is it an animation? */
  moving: boolean;
}

export type VariantFormat = "avif" | "webp" | "jpeg";

/** An image encoded anew, smaller or in another format, for those who can do with it. Plain data. */
export interface Variant {
  /** The image it is made from: a path in the content folder. */
  path: string;
  /** The hash of that image's bytes. */
  hash: string;
  /** Its own address, not percent-encoded: it stands for its bytes before anybody has made them. */
  address: string;
  format: VariantFormat;
  settings: Settings;
  width: number;
  height: number;
}

/** How an encoder is set: options of sharp. */
export interface Settings {
  quality: number;
  [option: string]: number | boolean | string;
}

type Format = readonly [VariantFormat, Settings];

/** Photographs: AVIF at effort 2 takes a tenth of the time of 4 for three hundredths more bytes. */
const photoFormats: readonly Format[] = [
  ["avif", { quality: 50, effort: 2, chromaSubsampling: "4:2:0" }],
  ["webp", { quality: 76, effort: 4, smartSubsample: true }],
];
const jpeg: Format = ["jpeg", { quality: 78, mozjpeg: true }];

/** Drawings, maps and screenshots keep their edges: the eye finds no difference to the original. */
const drawing: Format = ["webp", { quality: 60, nearLossless: true, effort: 4 }];

const photoWidths = [480, 960, 1600];
/** A drawing that is scaled down has more colours, and between the two is larger than in full. */
const drawingWidths = [480, 1600];

/** The picture of a page in the messages of others: what Facebook, WeChat and Weibo ask for. */
const cardWidth = 1200;
const card: Format = ["jpeg", { quality: 80, mozjpeg: true }];

/**
 * How many pixels a side may have. A format that can't hold the widest is left out as a whole: of two
 * formats browsers take the better one, however narrow, and a long picture holds small print.
 */
const mostSide: Record<VariantFormat, number> = { avif: 16_384, webp: 16_383, jpeg: 65_535 };

/** What is narrower or has fewer bytes is not worth a request less, and stays as it is. */
const leastWidth = 480;
const leastBytes = 20 * 1024;

/** A drawing as PNG has less than this many bytes a pixel, a photograph more. */
const drawingBytes = 0.75;

/** Only a width that is this much smaller than the largest is worth a file of its own. */
const worthStep = 0.8;

type Image = AssetFile & { pixels: Pixels };

/**
 * The variants of an image for pages, those of the best format first, each format from the narrowest
 * to the widest, which is no wider than the image. None of one that is small or moves, and none in a
 * format that it is too long for. `encoder` is the `encoderVersion`.
 */
export function variantsOf(file: AssetFile, encoder: string): Variant[] {
  if (!isEncoded(file)) return [];
  const { width, height } = file.pixels;
  const extension = extensionOf(file.path);
  const drawn = extension === ".png" && file.size < width * height * drawingBytes;
  const photo = /^\.jpe?g$/.test(extension) ? [...photoFormats, jpeg] : photoFormats;
  const widths = widthsFor(width, drawn ? drawingWidths : photoWidths);
  return variants(file, widths, drawn ? [drawing] : photo, encoder);
}

/**
 * The JPEG of an image that stands for a page elsewhere; nothing of one that is small, moves or is too
 * long for it.
 */
export function cardOf(file: AssetFile, encoder: string): Variant | undefined {
  if (!isEncoded(file)) return undefined;
  return variants(file, [Math.min(file.pixels.width, cardWidth)], [card], encoder)[0];
}

function isEncoded(file: AssetFile): file is Image {
  const { pixels, size } = file;
  return pixels !== undefined && !pixels.moving && pixels.width >= leastWidth && size >= leastBytes;
}

function widthsFor(width: number, steps: readonly number[]): number[] {
  const most = Math.min(width, steps.at(-1) ?? width);
  return [...steps.filter((step) => step <= most * worthStep), most];
}

/** One hash stands for all of them: their names tell width and format. */
function variants(
  { path, hash, pixels }: Image,
  widths: readonly number[],
  formats: readonly Format[],
  encoder: string,
): Variant[] {
  const name = posix.basename(path).slice(0, -extensionOf(path).length);
  const made = JSON.stringify([hash, formats, encoder]);
  const digest = createHash("sha256").update(made).digest("hex").slice(0, 12);
  const heightOf = (width: number) =>
    Math.max(1, Math.round((pixels.height * width) / pixels.width));
  const longest = heightOf(Math.max(...widths));
  const possible = formats.filter(([format]) => longest <= mostSide[format]);
  return possible.flatMap(([format, settings]) =>
    widths.map((width) => {
      const height = heightOf(width);
      const ending = format === "jpeg" ? "jpg" : format;
      const address = `/assets/${name}-${width}.${digest}.${ending}`;
      return { path, hash, address, format, settings, width, height };
    }),
  );
}
