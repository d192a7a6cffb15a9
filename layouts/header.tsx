import type { Catalogue } from "../src/messages/index.ts";
import type { Frame } from "../src/pages/page.ts";

interface HeaderProps {
  frame: Frame;
  section: string | undefined;
  /** The whole address of the page. */
  address: string;
  texts: Catalogue["page"];
}

/** The name of the site and its navigation. */
export function Header({ frame, section, address, texts }: HeaderProps) {
  // On a page below a section the item is current, but it is another page (WAI-ARIA 1.2, aria-current).
  const current = (href: string) =>
    href === section ? (address.endsWith(href) ? "page" : "true") : undefined;
  return (
    <header class="site-header">
      <div class="wide">
        <a class="site-title" href={frame.homeHref}>
          {frame.siteTitle}
        </a>
        <nav aria-label={texts.navigation}>
          <ul>
            <li>
              <a href={frame.homeHref} aria-current={current(frame.homeHref)}>
                {texts.home}
              </a>
            </li>
            {frame.navigation.map(({ title, href }) => (
              <li>
                <a href={href} aria-current={current(href)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
