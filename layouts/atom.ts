import type { FeedEntry, FeedProps } from "../src/pages/feeds.ts";
import type { KeptBodies } from "./body.tsx";
import { feedContent } from "./feed-content.tsx";
import { feedNotice, noticeNamespace } from "./feed-notice.ts";
import { type XmlElement, xmlDocument } from "./xml.ts";

/**
 * What an Atom feed without entries says of its last change: the format asks for a date (RFC 4287,
 * section 4.1.1), and nothing on the site comes from the clock.
 */
const neverUpdated = "1970-01-01T00:00:00Z";

/** A feed as Atom (RFC 4287). */
export function atom(props: FeedProps, bodies: KeptBodies): string {
  const { lang, title, description, address, home, publisher, updated, entries } = props;
  const element = {
    "@xmlns": "http://www.w3.org/2005/Atom",
    ...noticeNamespace,
    "@xml:lang": lang,
    ...feedNotice(props),
    id: address,
    title,
    ...(description && { subtitle: description }),
    updated: updated ?? neverUpdated,
    author: { name: publisher, uri: home },
    link: [
      { "@rel": "self", "@type": "application/atom+xml", "@href": address },
      { "@rel": "alternate", "@type": "text/html", "@href": home },
    ],
    entry: entries.map((entry) => entryElement(entry, props, bodies)),
  };
  return xmlDocument("feed", element, props.stylesheet);
}

function entryElement(entry: FeedEntry, { lang }: FeedProps, bodies: KeptBodies): XmlElement {
  const { id, title, address, published, updated, authors, source, tags, summary } = entry;
  return {
    id,
    title,
    link: { "@rel": "alternate", "@type": "text/html", "@href": address },
    published,
    updated,
    author: authors.map((name) => ({ name })),
    category: tags.map((term) => ({ "@term": term })),
    ...(source && { source: sourceElement(source) }),
    ...(summary && { summary }),
    content: { "@type": "html", "#text": feedContent(entry, lang, bodies) },
  };
}

function sourceElement({ name, url }: { name: string; url?: string }): XmlElement {
  return { title: name, ...(url && { link: { "@rel": "alternate", "@href": url } }) };
}
