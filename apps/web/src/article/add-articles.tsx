import { AddButton } from '../adding/add-button.tsx';
import { IndexCommand } from './index-command.tsx';

interface Props {
  readonly command: string;
  /** Whether files may be added here. */
  readonly isWritable: boolean;
}

/** What to do while the index is empty. */
export function AddArticles({ command, isWritable }: Props) {
  return (
    <section aria-labelledby="add-articles" className="callout">
      <h2 id="add-articles">There are no articles yet</h2>
      {isWritable && (
        <p className="mb-3 scripted">
          Drop files anywhere on this page, or choose them: <AddButton className="link" />. A whole archive is
          quicker by command.
        </p>
      )}
      <IndexCommand command={command} />
    </section>
  );
}
