import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  attachmentTypes,
  extensionOf,
  filmTypes,
  imageTypes,
  isImage,
} from "../content/address.ts";
import type { Limits } from "../content/schema.ts";
import type { AssetType } from "../messages/zh-Hans.ts";
import type { ProblemCode, ProblemParams } from "../problems/problem.ts";
import { MalformedImageError, readIn } from "./bytes.ts";
import { filmSize } from "./film.ts";
import { checkStructure } from "./metadata/index.ts";
import { isMoving } from "./moving.ts";
import { type OtherType, otherType } from "./type.ts";
import type { AssetFile, Pixels } from "./variants.ts";

type FaultCode = Extract<
  ProblemCode,
  "asset-type" | "asset-large" | "image-pixels" | "image-broken"
>;

/** What is wrong with an image or attachment: a problem that has no place yet. */
export type Fault = { [C in FaultCode]: { code: C; params: ProblemParams<C> } }[FaultCode];

/** What was found out about a file. Plain data. */
export interface Examined extends Pick<AssetFile, "size" | "pixels"> {
  faults: Fault[];
}

const bytesOfMiB = 1024 * 1024;
const million = 1_000_000;
const filesAtOnce = 16;

/**
 * Looks at images and attachments (paths in the content folder): are they what their names say, whole,
 * and within the limits, and how large are they? Reads the start and the structure of each, not the
 * whole; decodes nothing. Throws where a file can't be read.
 */
export async function examineAssets(
  folder: string,
  paths: readonly string[],
  limits: Limits,
): Promise<Map<string, Examined>> {
  const examined = new Map<string, Examined>();
  const waiting = paths.values();
  const work = async () => {
    for (const path of waiting) examined.set(path, await examine(folder, path, limits));
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  return examined;
}

async function examine(folder: string, path: string, limits: Limits): Promise<Examined> {
  const file = join(folder, path);
  const extension = extensionOf(path);
  const { size } = await stat(file);
  const other = await otherType(file, extension);
  if (other) {
    const params = { file: path, ending: extension, ...other, remedy: remedyFor(extension, other) };
    return { size, faults: [{ code: "asset-type", params }] };
  }
  const { pixels, faults }: Omit<Examined, "size"> = isImage(path)
    ? await examineImage(file, path, limits)
    : { ...filmPixels(file, extension), faults: [] };
  const max = isImage(path) ? limits.image : limits.attachment;
  if (size > max * bytesOfMiB) {
    const written = (Math.ceil((size / bytesOfMiB) * 10) / 10).toFixed(1);
    const params = { file: path, image: isImage(path), size: written, max };
    faults.push({ code: "asset-large", params });
  }
  return { size, ...(pixels && { pixels }), faults };
}

function filmPixels(file: string, extension: string): Pick<Examined, "pixels"> {
  if (!filmTypes.includes(extension)) return {};
  const size = readIn(file, (bytes) => filmSize(extension, bytes));
  return size ? { pixels: { ...size, moving: true } } : {};
}

function remedyFor(ending: string, { content, found }: OtherType): AssetType["remedy"] {
  if (content === "empty") return "copy";
  if (found === ".html") return imageTypes.includes(ending) ? "image-page" : "page";
  if (imageTypes.includes(found) || attachmentTypes.includes(found)) return "rename";
  if (imageTypes.includes(ending)) return "picture";
  return [".docx", ".xlsx", ".pptx"].includes(ending) ? "office" : "export";
}

async function examineImage(
  file: string,
  path: string,
  limits: Limits,
): Promise<Omit<Examined, "size">> {
  const broken: Fault[] = [{ code: "image-broken", params: { file: path } }];
  let moving: boolean;
  try {
    moving = readIn(file, (bytes) => {
      checkStructure(extensionOf(path), bytes);
      return isMoving(extensionOf(path), bytes);
    });
  } catch (error) {
    if (error instanceof MalformedImageError) return { faults: broken };
    throw error;
  }
  const size = await pixelsOf(file);
  if (!size) return { faults: broken };
  const { width, height } = size;
  const pixels: Pixels = { width, height, moving };
  if (width * height <= limits.pixels * million) return { pixels, faults: [] };
  const params = { file: path, width, height, max: limits.pixels };
  return { pixels, faults: [{ code: "image-pixels", params }] };
}

/** Width and height as the image is shown, by its header; nothing where that can't be understood. */
async function pixelsOf(file: string): Promise<{ width: number; height: number } | undefined> {
  // Only a site with pictures needs the library, which takes a while to load.
  const { default: sharp } = await import("sharp");
  // What it read of a file once would be all it ever sees of that file.
  sharp.cache(false);
  try {
    // No limit: nothing is decoded here, and the editor is to be told how large the picture is.
    const { autoOrient } = await sharp(file, { limitInputPixels: false }).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return undefined;
  }
}
