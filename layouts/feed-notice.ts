import { catalogue } from "../src/messages/index.ts";
import type { FeedProps } from "../src/pages/feeds.ts";
import type { XmlElement } from "./xml.ts";

/*
 * A browser that opens a feed in XML shows its source unless a style sheet says otherwise. XSLT could
 * make a page of it, but it goes from browsers (https://developer.chrome.com/docs/web-platform/deprecating-xslt,
 * https://github.com/whatwg/html/issues/11523). CSS stays, and needs no script: it shows the titles and
 * hides the rest. As CSS makes no links, a line in XHTML says what this is and leads to the site:
 * browsers show it as on any page, and feed readers pass over what is in another namespace (RFC 4287,
 * section 6.3; RSS 2.0, "Extending RSS").
 */

/** What the root of a feed must declare for the notice in it. */
export const noticeNamespace = { "@xmlns:h": "http://www.w3.org/1999/xhtml" };

/** What a feed tells people who open it in a browser. */
export function feedNotice({ lang, home }: FeedProps): { "h:p": XmlElement } {
  const texts = catalogue(lang).page;
  return { "h:p": { "#text": texts.feedNotice, "h:a": { "@href": home, "#text": texts.toPage } } };
}
