import { posix } from "node:path";
import { readWebAddress } from "../content/web-address.ts";
import type { WrongAddress } from "../messages/zh-Hans.ts";
import type { ProblemCode } from "../problems/problem.ts";

/** Where a link or an image of an article leads. Paths are relative to the content folder. */
export type Target =
  | { kind: "external"; href: string }
  | { kind: "fragment"; fragment: string }
  | { kind: "file"; path: string; fragment?: string }
  | { kind: "address"; address: string; fragment?: string }
  | { kind: "problem"; code: ProblemCode; address?: WrongAddress };

/**
 * Tells where a link destination leads, as written in the file at `from`. Only what is known to be
 * harmless passes: http, https, mailto, tel, a heading, a file below the content folder, an address
 * of the site. Browsers skip tabs, line breaks and leading control characters in front of a scheme
 * (WHATWG URL, section 4.4), so they are skipped here too before the scheme is read.
 */
export function targetOf(written: string, from: string): Target {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what browsers skip
  const bare = written.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme) return withScheme(scheme, bare);
  if (/^[/\\]{2}/.test(bare)) return { kind: "problem", code: "link-scheme" };
  if (bare !== written || bare.includes("\\")) return { kind: "problem", code: "link-malformed" };

  const hash = bare.indexOf("#");
  const path = decode(hash === -1 ? bare : bare.slice(0, hash));
  const fragment = hash === -1 ? "" : decode(bare.slice(hash + 1));
  if (path === undefined || fragment === undefined)
    return { kind: "problem", code: "link-malformed" };
  if (path === "") {
    return fragment ? { kind: "fragment", fragment } : { kind: "problem", code: "link-malformed" };
  }
  const withFragment = fragment ? { fragment } : {};
  if (path.startsWith("/")) {
    return { kind: "address", address: posix.normalize(path), ...withFragment };
  }
  const file = posix.join(posix.dirname(from), path);
  if (file.startsWith("../") || file === "..") return { kind: "problem", code: "link-outside" };
  return { kind: "file", path: file, ...withFragment };
}

function withScheme(scheme: string, bare: string): Target {
  switch (scheme) {
    case "http":
    case "https":
      return webTarget(bare);
    case "mailto":
    case "tel":
      // Nothing but the scheme is a slip: `mailto:` without an address, `tel:` without a number.
      if (!/^(?:mailto:[^@]+@[^@]|tel:.*\d)/i.test(bare) || !URL.canParse(bare)) {
        return { kind: "problem", code: "link-malformed" };
      }
      return { kind: "external", href: new URL(bare).href };
    default:
      return { kind: "problem", code: "link-scheme" };
  }
}

function webTarget(bare: string): Target {
  const read = readWebAddress(bare);
  return "href" in read
    ? { kind: "external", href: read.href }
    : { kind: "problem", code: "link-malformed", address: read };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return undefined;
  }
}
