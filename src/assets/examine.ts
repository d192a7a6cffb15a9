import { stat } from "node:fs/promises";
import { join } from "node:path";
import { attachmentTypes, extensionOf, imageTypes, isImage } from "../content/address.ts";
import type { Limits } from "../content/schema.ts";
import type { AssetType } from "../messages/zh-Hans.ts";
import type { ProblemCode, ProblemParams } from "../problems/problem.ts";
import { MalformedImageError, readIn } from "./bytes.ts";
import { checkStructure } from "./metadata/index.ts";
import { type OtherType, otherType } from "./type.ts";

type FaultCode = Extract<
  ProblemCode,
  "asset-type" | "asset-large" | "image-pixels" | "image-broken"
>;

/** What is wrong with an image or attachment: a problem that has no place yet. */
export type Fault = { [C in FaultCode]: { code: C; params: ProblemParams<C> } }[FaultCode];

const bytesOfMiB = 1024 * 1024;
const million = 1_000_000;
const filesAtOnce = 16;

/**
 * Looks at images and attachments (paths in the content folder): are they what their names say, whole,
 * and within the limits? Gives the faults of each that has any. Reads the start and the structure of
 * each, not the whole; decodes nothing. Throws where a file can't be read.
 */
export async function examineAssets(
  folder: string,
  paths: readonly string[],
  limits: Limits,
): Promise<Map<string, Fault[]>> {
  const faults = new Map<string, Fault[]>();
  const waiting = paths.values();
  const work = async () => {
    for (const path of waiting) {
      const found = await examine(folder, path, limits);
      if (found.length > 0) faults.set(path, found);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  return faults;
}

async function examine(folder: string, path: string, limits: Limits): Promise<Fault[]> {
  const file = join(folder, path);
  const extension = extensionOf(path);
  const other = await otherType(file, extension);
  if (other) {
    const remedy = remedyFor(extension, other);
    return [{ code: "asset-type", params: { file: path, ending: extension, ...other, remedy } }];
  }
  const faults = isImage(path) ? await examineImage(file, path, limits) : [];
  const { size } = await stat(file);
  const max = isImage(path) ? limits.image : limits.attachment;
  if (size > max * bytesOfMiB) {
    const written = (Math.ceil((size / bytesOfMiB) * 10) / 10).toFixed(1);
    faults.push({
      code: "asset-large",
      params: { file: path, image: isImage(path), size: written, max },
    });
  }
  return faults;
}

function remedyFor(ending: string, { content, found }: OtherType): AssetType["remedy"] {
  if (content === "empty") return "copy";
  if (found === ".html") return imageTypes.includes(ending) ? "image-page" : "page";
  if (imageTypes.includes(found) || attachmentTypes.includes(found)) return "rename";
  if (imageTypes.includes(ending)) return "picture";
  return [".docx", ".xlsx", ".pptx"].includes(ending) ? "office" : "export";
}

async function examineImage(file: string, path: string, limits: Limits): Promise<Fault[]> {
  const broken: Fault[] = [{ code: "image-broken", params: { file: path } }];
  try {
    readIn(file, (bytes) => checkStructure(extensionOf(path), bytes));
  } catch (error) {
    if (error instanceof MalformedImageError) return broken;
    throw error;
  }
  const size = await pixelsOf(file);
  if (!size) return broken;
  const { width, height } = size;
  if (width * height <= limits.pixels * million) return [];
  return [{ code: "image-pixels", params: { file: path, width, height, max: limits.pixels } }];
}

/** Width and height as the header has them; nothing where it can't be understood. */
async function pixelsOf(file: string): Promise<{ width: number; height: number } | undefined> {
  // Only a site with pictures needs the library, which takes a while to load.
  const { default: sharp } = await import("sharp");
  // What it read of a file once would be all it ever sees of that file.
  sharp.cache(false);
  try {
    // No limit: nothing is decoded here, and the editor is to be told how large the picture is.
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return undefined;
  }
}
