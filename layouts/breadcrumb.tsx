import type { Catalogue } from "../src/messages/index.ts";
import type { Anchor, Frame } from "../src/pages/page.ts";
import { type JsonObject, StructuredData } from "./structured-data.tsx";

interface BreadcrumbProps {
  frame: Frame;
  /** The pages between the home page and this one. */
  path?: readonly Anchor[];
  /** This page. */
  title: string;
  texts: Catalogue["page"];
}

/** Where the visitor is. */
export function Breadcrumb({ frame, path = [], title, texts }: BreadcrumbProps) {
  const steps = [{ title: texts.home, href: frame.homeHref }, ...path];
  return (
    <>
      <nav class="breadcrumb" aria-label={texts.breadcrumb}>
        <ol>
          {steps.map((step) => (
            <li>
              <a href={step.href}>{step.title}</a>
            </li>
          ))}
          <li aria-current="page">{title}</li>
        </ol>
      </nav>
      <StructuredData data={breadcrumbList(frame, [...steps, { title }])} />
    </>
  );
}

/** The same for search engines; the last step is the page itself and needs no address. */
function breadcrumbList(
  { siteUrl }: Frame,
  steps: readonly { title: string; href?: string }[],
): JsonObject {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ title, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: title,
      item: href && siteUrl + href,
    })),
  };
}
