import type { Metadata } from 'next';
import { type Parameters, searchParameters } from '../../address/search-parameters.ts';
import { sitePath } from '../../address/site-path.ts';
import { type SignInProblem, signInProblem } from '../../security/sign-in.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  readonly searchParams: Promise<Parameters>;
}

const PROBLEM_WORDS: Readonly<Record<SignInProblem, string>> = {
  wrong: 'That is not the token of this server. Check it, and try again.',
  limited: 'Too many wrong tokens came from here. Wait a minute, then try again.',
  away: 'Footnote’s API does not answer now, so nobody can sign in. Try again when it runs.',
};

/** Where a reader shows the token: a plain form, with and without scripts. */
export default async function SignInPage({ searchParams }: Props) {
  const parameters = searchParameters(await searchParams);
  const problem = signInProblem(parameters.get('problem'));
  return (
    <div className="page">
      <h1 className="page-title">Sign in</h1>
      <p className="mt-3">Who runs this Footnote gave it a token, and lets in those who have it.</p>
      <form action={sitePath('/session')} method="post" className="sign-in">
        <input type="hidden" name="to" value={parameters.get('to') ?? sitePath('/')} />
        {/* For what keeps passwords: it keeps them by a name. */}
        <input type="text" name="username" autoComplete="username" value="Footnote" readOnly hidden />
        <label htmlFor="token">Token</label>
        <input
          id="token"
          name="token"
          type="password"
          required
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem === 'wrong'}
          aria-describedby={problem === null ? undefined : 'sign-in-problem'}
          className="small-field"
        />
        {problem !== null && (
          <p id="sign-in-problem" role="alert" className="text-problem">
            {PROBLEM_WORDS[problem]}
          </p>
        )}
        <button type="submit">Sign in</button>
      </form>
    </div>
  );
}
