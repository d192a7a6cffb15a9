import { createHash } from "node:crypto";

/**
 * The address of a file that pages load, `/assets/site.0123456789.css`: it is named after its content,
 * so that it can be cached for ever.
 */
export function assetAddress(name: string, extension: string, code: string | Uint8Array): string {
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 10);
  return `/assets/${name}.${hash}.${extension}`;
}
