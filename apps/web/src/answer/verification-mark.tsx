import type { Verification } from './verification.ts';

/** What came of comparing a quote with its article. */
export function VerificationMark({ verification }: { readonly verification: Verification | undefined }) {
  switch (verification?.state) {
    case undefined:
      return null;
    case 'checking':
      return <span className="byline-part">Checking…</span>;
    case 'verified':
      return <span className="byline-part verified">Verified word for word</span>;
    case 'gone':
      return (
        <span className="byline-part text-problem" title={verification.reason}>
          Its article no longer holds this quote
        </span>
      );
    case 'unchecked':
      return (
        <span className="byline-part" title={verification.reason}>
          Not checked: the articles are out of reach
        </span>
      );
  }
}
