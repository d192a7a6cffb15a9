import { hash } from "node:crypto";

/**
 * Names bytes, or a text as UTF-8, by their content: 128 bits of SHA-256 as 22 characters of
 * base64url, so that no two contents have one name.
 */
export function hashOf(data: string | Uint8Array): string {
  return hash("sha256", data, "base64url").slice(0, 22);
}
