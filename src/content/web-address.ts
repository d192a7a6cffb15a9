import type { WrongAddress } from "../messages/zh-Hans.ts";

// What ends a Chinese sentence is copied along with an address; none of it ends one.
const trailing = /[；，。、：”’]+$/;

/**
 * Reads a web address (http or https): gives it as browsers write it, or what is wrong with it. The
 * URL standard takes `；` and other signs into a host, and a password before it; here neither passes.
 */
export function readWebAddress(written: string): { href: string } | WrongAddress {
  const text = written.trim();
  const read = readAsWritten(text);
  if ("href" in read) return read;
  const right = mended(text);
  return "href" in readAsWritten(right) ? { ...read, right } : read;
}

function readAsWritten(text: string): { href: string } | WrongAddress {
  if (!/^https?:\/\//i.test(text)) return { cause: "scheme" };
  if (/\s/.test(text)) return { cause: "space" };
  const [end] = trailing.exec(text) ?? [];
  if (end) return { cause: "end", character: end };
  const [, authority = ""] = /^[^/]*\/\/([^/?#]*)/.exec(text) ?? [];
  if (authority.includes("@")) return { cause: "user" };
  const [character] = /[^\p{L}\p{M}\p{N}.:_[\]-]/u.exec(authority) ?? [];
  if (character) return { cause: "character", character };
  // Browsers read a backslash as a slash, which is another path than the one written.
  if (authority === "" || /^[^?#]*\\/.test(text)) return { cause: "other" };
  try {
    return { href: new URL(text).href };
  } catch {
    return { cause: "other" };
  }
}

/** An address with the slips mended of which it is certain what was meant. */
function mended(text: string): string {
  const [, scheme = "https", rest = ""] =
    /^(?:(https?)\s*[:：﹕]?\s*[/／]+)?(.*)$/is.exec(text.replace(trailing, "")) ?? [];
  // Without a scheme only what has the look of a host.
  if (scheme === "https" && !/^[^\s/]+[.．][^\s/]+/.test(rest)) return "";
  return rest.replace(
    /^(?:[^/?#\\]*@)?([^/?#]*)/,
    (_, host: string) => `${scheme.toLowerCase()}://${host.normalize("NFKC")}`,
  );
}
