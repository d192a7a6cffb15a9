import type { EmailCause, WrongEmail } from "../messages/zh-Hans.ts";

/** Tells what is wrong with an e-mail address (RFC 5321, letters of any script), or nothing. */
export function wrongEmail(written: string): WrongEmail | undefined {
  const fault = faultOf(written);
  if (!fault) return undefined;
  const right = written
    .normalize("NFKC")
    .replace(/[。；，、;,]+$/, "")
    .replace(/\s+/g, "")
    .replace(/\(at\)|\[at\]|^(?!.*@)([^#]+)#(?=[^#]+$)/i, "$1@");
  return { cause: fault, ...(!faultOf(right) && { right }) };
}

function faultOf(text: string): EmailCause | undefined {
  if (/\s/.test(text)) return "space";
  const [name = "", domain, ...more] = text.split("@");
  if (domain === undefined || more.length > 0) return "at";
  if (!/^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u.test(name)) return name ? "other" : "name";
  if (!/^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u.test(domain)) return "domain";
  return undefined;
}
