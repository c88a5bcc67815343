import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <h1 className="page-title">There is nothing at this address</h1>
      <p className="mt-3">
        An article that was renamed or removed is no longer in the index.{' '}
        <Link href="/articles" prefetch={false} className="link">
          See all articles
        </Link>{' '}
        or{' '}
        <a href="/" className="link">
          ask a question
        </a>
        .
      </p>
    </>
  );
}
