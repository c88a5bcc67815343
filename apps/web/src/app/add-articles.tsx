/** What to do while the index is empty. */
export function AddArticles() {
  return (
    <section aria-labelledby="add-articles" className="callout">
      <h2 id="add-articles">There are no articles yet</h2>
      <p>
        Add a file or a folder of articles (text, Markdown, HTML, PDF, Word or JSONL). They can be asked as
        soon as they are indexed; this page needs no restart.
      </p>
      <pre>
        <code>npx footnote index path/to/articles</code>
      </pre>
    </section>
  );
}
