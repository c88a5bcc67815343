import Link from 'next/link';

/** How many articles a question is put to. */
export function ArticleCount({ articles }: { readonly articles: number }) {
  if (articles === 0) {
    return null;
  }
  return (
    <>
      Asking{' '}
      <Link href="/articles" prefetch={false} className="link">
        {articles.toLocaleString('en-GB')} {articles === 1 ? 'article' : 'articles'}
      </Link>
      .
    </>
  );
}
