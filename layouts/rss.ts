import { mailDate } from "../src/content/date.ts";
import type { FeedEntry, FeedProps } from "../src/pages/feeds.ts";
import type { KeptBodies } from "./body.tsx";
import { feedContent } from "./feed-content.tsx";
import { feedNotice, noticeNamespace } from "./feed-notice.ts";
import { type XmlElement, xmlDocument } from "./xml.ts";

/**
 * A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with the modules that its profile
 * recommends: whole texts as `content:encoded`, authors by name as `dc:creator`.
 */
export function rss(props: FeedProps, bodies: KeptBodies): string {
  const { lang, title, description, address, home, updated, entries } = props;
  const element = {
    "@version": "2.0",
    "@xmlns:atom": "http://www.w3.org/2005/Atom",
    "@xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
    ...noticeNamespace,
    "@xml:lang": lang,
    channel: {
      ...feedNotice(props),
      title,
      link: home,
      description: description ?? title,
      language: lang,
      ...(updated && { lastBuildDate: mailDate(updated) }),
      "atom:link": { "@rel": "self", "@type": "application/rss+xml", "@href": address },
      item: entries.map((entry) => itemElement(entry, props, bodies)),
    },
  };
  return xmlDocument("rss", element, props.stylesheet);
}

function itemElement(entry: FeedEntry, { lang }: FeedProps, bodies: KeptBodies): XmlElement {
  const { id, title, address, published, authors, source, tags, summary } = entry;
  return {
    title,
    link: address,
    guid: { "@isPermaLink": "false", "#text": id },
    pubDate: mailDate(published),
    "dc:creator": authors,
    category: tags,
    ...(source && sourceElement(source)),
    ...(summary && { description: summary }),
    "content:encoded": feedContent(entry, lang, bodies),
  };
}

/** RSS knows a source by its address only; without one Dublin Core has a place for its name. */
function sourceElement({ name, url }: { name: string; url?: string }): XmlElement {
  return url ? { source: { "@url": url, "#text": name } } : { "dc:source": name };
}
