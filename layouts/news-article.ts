import type { ArticleProps } from "../src/pages/article.ts";
import type { Anchor, Frame } from "../src/pages/page.ts";
import { publisherOf } from "./organization.ts";
import type { JsonObject } from "./structured-data.tsx";

/**
 * An article as a NewsArticle (https://schema.org/NewsArticle): what search engines show. Summary and
 * tags are in the page's head already.
 */
export function newsArticle(props: ArticleProps): JsonObject {
  const { frame, head, title, published, updated, authors, column } = props;
  const { picture, source, correction } = props;
  return {
    "@type": "NewsArticle",
    mainEntityOfPage: head.canonical,
    headline: title,
    datePublished: published.datetime,
    dateModified: (updated ?? published).datetime,
    inLanguage: frame.lang,
    articleSection: column.title,
    image: picture && [picture.address],
    author: authors.length > 0 ? authors.map((author) => personOf(frame, author)) : undefined,
    publisher: publisherOf(frame),
    creditText: source?.title,
    isBasedOn: source?.url && { "@type": "CreativeWork", url: source.url },
    correction,
  };
}

/** The page that lists what someone wrote tells one from others of the name. */
function personOf({ siteUrl }: Frame, { title, href }: Anchor): JsonObject {
  return { "@type": "Person", name: title, url: siteUrl + href };
}
