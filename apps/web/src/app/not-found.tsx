import type { Metadata } from 'next';
import { sitePath } from '../address/site-path.ts';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <div className="page">
      <h1 className="page-title">There is nothing at this address</h1>
      <p className="mt-3">
        An article that was renamed or removed is no longer in the index.{' '}
        <a href={sitePath('/articles')} className="link">
          See all articles
        </a>{' '}
        or{' '}
        <a href={sitePath('/')} className="link">
          ask a question
        </a>
        .
      </p>
    </div>
  );
}
