import { renderToString } from "preact-render-to-string";
import { catalogue, type Language } from "../src/messages/index.ts";
import type { FeedEntry } from "../src/pages/feeds.ts";
import { Body } from "./body.tsx";
import { Correction } from "./correction.tsx";

/** The text of an article in a feed, as HTML: its body, and above it the correction if it has one. */
export function feedContent({ html, correction }: FeedEntry, lang: Language): string {
  if (!correction) return html;
  return renderToString(
    <>
      <Correction text={correction} texts={catalogue(lang).page} />
      <Body html={html} />
    </>,
  );
}
