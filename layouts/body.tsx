/** The rendered body of an article or standing page: the one place where HTML enters a page. */
export function Body({ html }: { html: string }) {
  return <div class="body" dangerouslySetInnerHTML={{ __html: html }} />;
}
