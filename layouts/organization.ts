import type { CommonProps, Frame } from "../src/pages/page.ts";
import type { JsonObject } from "./structured-data.tsx";

/** The institution behind a site, as other data names it. */
export function publisherOf({ siteUrl, siteTitle, footer }: Frame): JsonObject {
  return {
    "@type": "Organization",
    "@id": `${siteUrl}/#organization`,
    name: footer.sponsor ?? siteTitle,
    url: `${siteUrl}/`,
  };
}

/** The institution and its site, for the home page. */
export function organizationAndSite({ frame, head }: CommonProps): JsonObject[] {
  const { siteUrl, siteTitle, lang, footer, searchHref } = frame;
  const { address, phones, email } = footer;
  return [
    {
      ...publisherOf(frame),
      address,
      telephone: phones.length > 0 ? phones.map(({ title }) => title) : undefined,
      email: email?.title,
    },
    {
      "@type": "WebSite",
      "@id": `${siteUrl}/#website`,
      name: siteTitle,
      url: `${siteUrl}/`,
      description: head.description,
      inLanguage: lang,
      publisher: { "@id": `${siteUrl}/#organization` },
      potentialAction: searchHref && {
        "@type": "SearchAction",
        target: {
          "@type": "EntryPoint",
          urlTemplate: `${siteUrl}${searchHref}?q={search_term_string}`,
        },
        "query-input": "required name=search_term_string",
      },
    },
  ];
}
