/** The command that adds articles. */
export function IndexCommand() {
  return (
    <>
      <p>
        Add a file or a folder of articles (text, Markdown, HTML, PDF, Word or JSONL). They can be asked as
        soon as they are indexed, without a restart.
      </p>
      <pre className="command">
        <code>npx footnote index path/to/articles</code>
      </pre>
    </>
  );
}
