import type { FeedEntry, FeedProps } from "../src/pages/feeds.ts";
import type { KeptBodies } from "./body.tsx";
import { feedContent } from "./feed-content.tsx";

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(props: FeedProps, bodies: KeptBodies): string {
  const { lang, title, description, address, home, publisher, entries } = props;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    ...(description && { description }),
    home_page_url: home,
    feed_url: address,
    language: lang,
    authors: [{ name: publisher, url: home }],
    items: entries.map((entry) => itemOf(entry, props, bodies)),
  };
  return `${JSON.stringify(feed)}\n`;
}

function itemOf(entry: FeedEntry, { lang }: FeedProps, bodies: KeptBodies) {
  const { id, title, address, published, updated, authors, source, tags, summary, picture } = entry;
  return {
    id,
    url: address,
    ...(source?.url && { external_url: source.url }),
    title,
    ...(summary && { summary }),
    content_html: feedContent(entry, lang, bodies),
    ...(picture && { image: picture }),
    date_published: published,
    date_modified: updated,
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(tags.length > 0 && { tags }),
    // Names with an underscore are free for what the format has no place for.
    ...(source && { _source: source }),
  };
}
