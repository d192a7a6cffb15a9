import { hashOf } from "../content/hash.ts";
import type { Page } from "./page.ts";

/**
 * Makes the function that gives the fingerprint of a page: the hash of its layout and props, under a
 * key that stands for the code that renders it. Two pages with one fingerprint are one page, byte
 * for byte. What many pages share, such as the frame, is written out once.
 */
export function fingerprints(key: string): (page: Page) => string {
  const written = new WeakMap<object, string>();
  const textOf = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const known = written.get(value);
    if (known !== undefined) return known;
    const text = hashOf(JSON.stringify(value));
    written.set(value, text);
    return text;
  };
  return ({ layout, props }) => {
    const parts = Object.entries(props).map(([name, value]) => `${name}:${textOf(value)}`);
    return hashOf([key, layout, ...parts].join("\n"));
  };
}
