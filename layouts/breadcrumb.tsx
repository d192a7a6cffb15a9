import type { Catalogue } from "../src/messages/index.ts";
import type { Anchor, Frame } from "../src/pages/page.ts";

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
  return (
    <nav class="breadcrumb" aria-label={texts.breadcrumb}>
      <ol>
        {[{ title: texts.home, href: frame.homeHref }, ...path].map((step) => (
          <li>
            <a href={step.href}>{step.title}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
