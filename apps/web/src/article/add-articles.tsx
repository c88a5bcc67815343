import { IndexCommand } from './index-command.tsx';

/** What to do while the index is empty. */
export function AddArticles({ command }: { readonly command: string }) {
  return (
    <section aria-labelledby="add-articles" className="callout">
      <h2 id="add-articles">There are no articles yet</h2>
      <IndexCommand command={command} />
    </section>
  );
}
