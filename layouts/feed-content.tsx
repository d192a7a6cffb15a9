import { renderToString } from "preact-render-to-string";
import { catalogue, type Language } from "../src/messages/index.ts";
import type { FeedEntry } from "../src/pages/feeds.ts";
import { absoluteBody } from "./absolute.ts";
import { Body, type KeptBodies } from "./body.tsx";
import { Correction } from "./correction.tsx";
import { withSizes } from "./media.ts";

/**
 * The text of an article in a feed, as HTML with whole addresses: its body, and above it the
 * correction if it has one.
 */
export function feedContent(
  { body, address, correction, media }: FeedEntry,
  lang: Language,
  bodies: KeptBodies,
): string {
  const html = absoluteBody(withSizes(bodies.get(body), media), address);
  if (!correction) return html;
  return renderToString(
    <>
      <Correction text={correction} texts={catalogue(lang).page} />
      <Body html={html} />
    </>,
  );
}
