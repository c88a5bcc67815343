'use client';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** Shown when a page fails for a reason that is no answer of the API's. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <div role="alert" className="page problem">
      <h1 className="font-semibold text-problem">The page could not be shown</h1>
      <p className="mt-1">
        Footnote failed while it made this page. The cause is in its log
        {error.digest === undefined ? '' : `, under ${error.digest}`}.
      </p>
      <button type="button" className="quiet-button mt-2" onClick={reset}>
        Try again
      </button>
    </div>
  );
}
