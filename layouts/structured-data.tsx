import { escapeJson } from "../src/content/escape-json.ts";

/** A value of JSON-LD; what is undefined is left out. */
export type JsonValue = string | number | undefined | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

/**
 * Data about a page for search engines (JSON-LD, https://schema.org/), in a script element that no
 * browser runs, so that a content security policy without inline scripts lets it be.
 */
export function StructuredData({ data }: { data: JsonObject | readonly JsonObject[] }) {
  const graph = Array.isArray(data) ? { "@graph": data } : data;
  const json = JSON.stringify({ "@context": "https://schema.org", ...graph });
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(json) }} />
  );
}

/**
 * JSON as the text of a script element, which HTML does not decode: without `<` nothing in it ends
 * the script or opens a comment (HTML standard, "restrictions for contents of script elements").
 * The line separators are not allowed in older JavaScript, as which some read it.
 */
function scriptText(json: string): string {
  return escapeJson(json, /[<\u2028\u2029]/g);
}
