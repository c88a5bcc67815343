import { sitePath } from '../address/site-path.ts';

/** Signing out; or in, where those who are signed in may do more. */
export function Account({ isSignedIn }: { readonly isSignedIn: boolean }) {
  if (!isSignedIn) {
    return (
      <a href={sitePath('/sign-in')} className="quiet-button">
        Sign in
      </a>
    );
  }
  return (
    <form action={sitePath('/session/end')} method="post">
      <button type="submit" className="quiet-button">
        Sign out
      </button>
    </form>
  );
}
