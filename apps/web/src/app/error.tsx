'use client';

/** Shown when a page fails for a reason that is no answer of the API's. */
export default function ErrorPage({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <div role="alert" className="problem">
      <h1 className="font-semibold text-problem">The page could not be shown</h1>
      <p className="mt-1">{error.message}</p>
      <p className="mt-1">The log of the web app says more.</p>
      <button type="button" className="quiet-button mt-2" onClick={reset}>
        Try again
      </button>
    </div>
  );
}
