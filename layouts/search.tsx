import { type Catalogue, catalogue } from "../src/messages/index.ts";
import type { SearchProps } from "../src/pages/search.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Document } from "./document.tsx";
import { Links } from "./links.tsx";

/**
 * The page on which visitors search the site. Without script there is no search, and the page says so;
 * with it, other ways to articles are shown below what was found, so that nothing moves.
 */
export function Search(props: SearchProps) {
  const { title, columns, years, pagesName, wordPattern, realSpace, script, ways, ...common } =
    props;
  const { frame } = common;
  const texts = catalogue(frame.lang).page;
  return (
    <Document {...common} kind="search" meta={script && <script type="module" src={script} />}>
      <div class="narrow">
        <Breadcrumb frame={frame} title={title} texts={texts} />
        <h1>{title}</h1>
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is unknown to browsers before 2023 */}
        <form role="search" class="search-form" aria-label={title} action={frame.searchHref}>
          <label for="q">{texts.searchWords}</label>
          <div class="words">
            <input
              type="search"
              id="q"
              name="q"
              maxlength={100}
              autocomplete="off"
              enterkeyhint="search"
              aria-describedby="q-hint"
            />
            <button type="submit">{texts.searchButton}</button>
          </div>
          <p id="q-hint">{texts.searchHint}</p>
          <details>
            <summary>{texts.searchOptions}</summary>
            <Filters columns={columns} years={years} texts={texts} />
          </details>
        </form>
        <p class={script ? "without-script" : undefined}>
          {script ? texts.searchNoScript : texts.searchPreview}
        </p>
        <div
          role="status"
          class="search-status"
          data-years={years.join(" ")}
          data-pages={pagesName}
          data-word={wordPattern}
          data-space={realSpace}
          data-searching={texts.searching}
          data-nothing-asked={texts.searchNothingAsked}
          data-nothing={texts.searchNothing({ query: "{query}" })}
          data-found={texts.searchFound({ count: "{count}" })}
          data-found-since={texts.searchFoundSince({ count: "{count}", year: "{year}" })}
          data-failed={texts.searchFailed}
        />
        <button type="button" class="search-more" hidden>
          {texts.searchMore}
        </button>
        <section class="search-ways">
          <h2>{texts.searchWays}</h2>
          <Links anchors={ways} />
        </section>
      </div>
    </Document>
  );
}

function Filters({
  columns,
  years,
  texts,
}: Pick<SearchProps, "columns" | "years"> & { texts: Catalogue["page"] }) {
  return (
    <div class="filters">
      <label>
        {texts.searchColumn}
        <select name="column">
          <option value="">{texts.searchAny}</option>
          {columns.map(({ id, title }) => (
            <option value={id}>{title}</option>
          ))}
        </select>
      </label>
      <label>
        {texts.searchYear}
        <select name="year">
          <option value="">{texts.searchAny}</option>
          {years.map((year) => (
            <option value={year}>{texts.year({ year })}</option>
          ))}
        </select>
      </label>
      <label>
        {texts.searchAuthor}
        <input name="author" list="authors" maxlength={100} autocomplete="off" />
      </label>
      <label>
        {texts.searchSource}
        <input name="source" list="sources" maxlength={100} autocomplete="off" />
      </label>
      <label>
        {texts.searchOrder}
        <select name="sort">
          <option value="">{texts.searchByDate}</option>
          <option value="relevance">{texts.searchByRelevance}</option>
        </select>
      </label>
      <datalist id="authors" />
      <datalist id="sources" />
    </div>
  );
}
