import { outsideRel } from "../src/content/address.ts";
import { catalogue } from "../src/messages/index.ts";
import type { ArticleProps } from "../src/pages/article.ts";
import { KeptBody } from "./body.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { DatedEntries, EntryList } from "./entry-list.tsx";
import { latestId } from "./home.tsx";
import { ArticleMetadata } from "./metadata.tsx";
import { newsArticle } from "./news-article.ts";
import { Notice } from "./notice.tsx";
import { once } from "./once.tsx";
import { spaced } from "./spaced.ts";
import { Speech } from "./speech.tsx";
import { StructuredData } from "./structured-data.tsx";

/** An article with its head, body and end, the latest articles and its neighbours. */
export function Article(props: ArticleProps) {
  const { title, body, column, latest, correction, editor, tags, picture, media, ...rest } = props;
  const { frame, head, section } = rest;
  const texts = catalogue(frame.lang).page;
  return (
    <Document
      frame={frame}
      head={head}
      {...(section && { section })}
      kind="article"
      picture={picture}
      meta={
        <>
          <ArticleMetadata {...props} />
          <StructuredData data={newsArticle(props)} />
          {"script" in latest && <script type="module" src={latest.script} />}
        </>
      }
    >
      <div class="wide beside">
        <div class="reading">
          <Breadcrumb frame={frame} path={[column]} title={title} texts={texts} />
          <article>
            <header>
              <h1>{title}</h1>
              <ArticleHead {...props} />
              <Speech src={frame.scripts.speech} texts={texts} />
            </header>
            {correction && <Notice title={texts.correction} text={correction} />}
            <KeptBody name={body} media={media} texts={texts} />
            {(tags.length > 0 || editor) && (
              <footer>
                {tags.length > 0 && (
                  <ul class="tags" aria-label={texts.tags}>
                    {tags.map((tag) => (
                      <li>
                        <a rel="tag" href={tag.href}>
                          {tag.title}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
                {editor && <p class="editor">{`${texts.editor}${editor}`}</p>}
              </footer>
            )}
            <p class="address">{`${texts.pageAddress}${head.canonical}`}</p>
          </article>
          <Related {...props} />
          <Neighbours {...props} />
        </div>
        <LatestBeside frame={frame} latest={latest} />
      </div>
    </Document>
  );
}

/** `发布日期:2017-07-07 10:34 来源:… 作者:…`; a part that is missing is left out with its label. */
function ArticleHead({ frame, published, updated, source, authors }: ArticleProps) {
  const texts = catalogue(frame.lang).page;
  const parts = [
    <span>
      {texts.published}
      <time datetime={published.datetime}>{published.text}</time>
    </span>,
    source && (
      <span>
        {texts.source}
        <a href={source.href}>{source.title}</a>
        {source.url && (
          <>
            {" "}
            <a href={source.url} rel={outsideRel}>
              {texts.original}
            </a>
          </>
        )}
      </span>
    ),
    authors.length > 0 && (
      <span>
        {texts.author}
        {authors.map(({ title, href }, index) => [
          index > 0 && texts.authorSeparator,
          <a rel="author" href={href}>
            {title}
          </a>,
        ])}
      </span>
    ),
    updated && (
      <span>
        {texts.updated}
        <time datetime={updated.datetime}>{updated.text}</time>
      </span>
    ),
  ];
  return <p class="byline">{spaced(parts)}</p>;
}

const LatestBeside = once(({ frame, latest }: Pick<ArticleProps, "frame" | "latest">) => {
  const texts = catalogue(frame.lang).page;
  return (
    <aside class="latest">
      <h2>{texts.latest}</h2>
      {"script" in latest ? (
        // The script puts the list in the place of this paragraph.
        <p>
          <a href={`${frame.homeHref}#${latestId}`}>{texts.latestAtHome}</a>
        </p>
      ) : (
        <EntryList groups={latest} level={3} texts={texts} />
      )}
    </aside>
  );
});

function Related({ frame, related }: ArticleProps) {
  if (related.length === 0) return null;
  return (
    <section class="related">
      <h2>{catalogue(frame.lang).page.related}</h2>
      <DatedEntries entries={related} />
    </section>
  );
}

function Neighbours({ frame, previous, next }: ArticleProps) {
  const texts = catalogue(frame.lang).page;
  if (!previous && !next) return null;
  return (
    <nav class="neighbours" aria-label={texts.neighbours}>
      {previous && (
        <a rel="prev" href={previous.href}>
          <span>{texts.previous}</span> {previous.title}
        </a>
      )}
      {next && (
        <a rel="next" href={next.href}>
          <span>{texts.next}</span> {next.title}
        </a>
      )}
    </nav>
  );
}
