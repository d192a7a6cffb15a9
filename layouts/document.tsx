import type { ComponentChildren } from "preact";
import { catalogue } from "../src/messages/index.ts";
import type { FeedLink } from "../src/pages/feed-links.ts";
import type { SharedPicture } from "../src/pages/media.ts";
import type { CommonProps, Frame } from "../src/pages/page.ts";
import { EarlyScript } from "./early-script.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Metadata } from "./metadata.tsx";
import { once } from "./once.tsx";

interface DocumentProps extends CommonProps {
  /** What kind of page it is, for the style sheet. */
  kind: string;
  /** Set on pages that search engines should not list. */
  unlisted?: boolean;
  /** The picture that stands for the page. */
  picture?: SharedPicture | undefined;
  /** More for the head. */
  meta?: ComponentChildren;
  children: ComponentChildren;
}

const feedTypes: Record<FeedLink["format"], string> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};

/** A seal with a thick and a thin line. In the page itself: browsers ask for an icon on every visit. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#8f1d22" d="M0 0h16v16H0z"/><path fill="#fffdf9" d="M3 5h10v3H3zm0 5h10v1H3z"/></svg>',
)}`;

/** The document around every page: head, header, main part and footer. */
export function Document(props: DocumentProps) {
  const { frame, head, section, kind, unlisted = false, picture, meta, children } = props;
  const article = kind === "article";
  const texts = catalogue(frame.lang).page;
  const title = head.title === frame.siteTitle ? head.title : `${head.title} - ${frame.siteTitle}`;
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <Metadata {...{ frame, head, article, unlisted, picture }} />
        {unlisted ? (
          <meta name="robots" content="noindex" />
        ) : (
          <link rel="canonical" href={head.canonical} />
        )}
        <FrameHead frame={frame} />
        {head.feeds?.map(({ title, href, format }) => (
          <link rel="alternate" type={feedTypes[format]} title={title} href={href} />
        ))}
        {meta}
      </head>
      <body class={kind}>
        <a class="skip" href="#main">
          {texts.skip}
        </a>
        <Header
          frame={frame}
          section={section}
          isSection={section !== undefined && head.canonical.endsWith(section)}
          texts={texts}
        />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer footer={frame.footer} texts={texts} />
      </body>
    </html>
  );
}

/** What the head of every page has: how it looks, and what it loads. */
const FrameHead = once(({ frame }: { frame: Frame }) => (
  <>
    <meta name="color-scheme" content="light dark" />
    <EarlyScript code={frame.early} />
    <link rel="icon" href={icon} />
    <link rel="stylesheet" href={frame.stylesheet} />
    <script type="module" src={frame.scripts.site} />
  </>
));
