import type { Catalogue } from "../src/messages/index.ts";
import type { Frame } from "../src/pages/page.ts";
import { once } from "./once.tsx";

interface HeaderProps {
  frame: Frame;
  section: string | undefined;
  /** Is the page the one that the item of its section leads to? */
  isSection: boolean;
  texts: Catalogue["page"];
}

/** The name of the site and its navigation. */
export const Header = once(({ frame, section, isSection, texts }: HeaderProps) => {
  // On a page below a section the item is current, but it is another page (WAI-ARIA 1.2, aria-current).
  const current = (href: string) => (href === section ? (isSection ? "page" : "true") : undefined);
  return (
    <header class="site-header">
      <div class="wide">
        <div class="masthead">
          <a class="site-title" href={frame.homeHref}>
            {frame.siteTitle}
          </a>
          {frame.searchHref && <Search href={frame.searchHref} texts={texts} />}
          <Display texts={texts} />
        </div>
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
});

/** A few words, which the search page looks for; hidden where no script runs. */
function Search({ href, texts }: { href: string; texts: Catalogue["page"] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to browsers before 2023
    <form class="site-search" role="search" action={href} aria-label={texts.siteSearch}>
      <input type="search" name="q" maxlength={100} aria-label={texts.searchWords} />
      <button type="submit">{texts.searchButton}</button>
    </form>
  );
}

/** How a page is to look, as layouts/scripts/site.js remembers it; hidden where no script runs. */
function Display({ texts }: { texts: Catalogue["page"] }) {
  const settings = [
    { name: "text", value: "large", title: texts.largeText },
    { name: "contrast", value: "more", title: texts.highContrast },
    { name: "theme", value: "dark", title: texts.dark },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and nothing is sent here
    <div class="display" role="group" aria-label={texts.display}>
      {settings.map(({ name, value, title }) => (
        <button type="button" data-setting={name} data-value={value} aria-pressed="false">
          {title}
        </button>
      ))}
    </div>
  );
}
