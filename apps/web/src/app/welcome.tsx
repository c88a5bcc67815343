import { AddArticles } from '../article/add-articles.tsx';

/** What stands on the page before the first question. */
export function Welcome({ empty }: { readonly empty: boolean }) {
  return (
    <div className="welcome">
      <h1>Ask your articles</h1>
      <p>Every answer is a quote you can check.</p>
      {empty && <AddArticles />}
    </div>
  );
}
