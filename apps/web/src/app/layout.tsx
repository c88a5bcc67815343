import type { Metadata, Viewport } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Footnote', template: '%s · Footnote' },
  description: 'Ask your articles; every answer is a quote you can check.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is made on request: only then can its scripts carry the nonce of its Content-Security-Policy.
  await connection();
  return (
    <html lang="en">
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        <header className="site-header">
          {/* A full load, so that the wordmark always begins a new conversation. */}
          <a href="/" className="wordmark">
            Footnote
          </a>
          <nav aria-label="Site">
            <Link href="/articles" prefetch={false} className="link">
              Articles
            </Link>
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
