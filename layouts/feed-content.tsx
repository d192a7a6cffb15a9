import { renderToString } from "preact-render-to-string";
import { catalogue, type Language } from "../src/messages/index.ts";
import type { FeedEntry } from "../src/pages/feeds.ts";
import { absoluteBody } from "./absolute.ts";
import { Body, type KeptBodies } from "./body.tsx";
import { withSizes } from "./media.ts";
import { Notice } from "./notice.tsx";

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
      <Notice title={catalogue(lang).page.correction} text={correction} />
      <Body html={html} />
    </>,
  );
}
