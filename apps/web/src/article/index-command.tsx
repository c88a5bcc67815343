/** The command that adds articles. */
export function IndexCommand({ command }: { readonly command: string }) {
  return (
    <>
      <p>
        Add a file or a folder of articles (text, Markdown, HTML, PDF, Word or JSONL). This page notices them
        by itself, and they can be asked at once.
      </p>
      <pre className="command">
        <code>{command}</code>
      </pre>
    </>
  );
}
