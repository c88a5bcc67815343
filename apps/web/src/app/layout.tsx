import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AddingDialog } from '../adding/adding-dialog.tsx';
import { sitePath } from '../address/site-path.ts';
import { indexCommand } from '../graphql/home.ts';
import { ConversationsDrawer } from '../kept/conversations-drawer.tsx';
import { visitorOf } from '../security/visitor.ts';
import { readSettings } from '../settings.ts';
import { Account } from '../site/account.tsx';
import { KeyboardHelp } from '../site/keyboard-help.tsx';
import { readTheme, THEME_COOKIE } from '../site/theme.ts';
import { ThemeSwitch } from '../site/theme-switch.tsx';
import { ConversationProvider } from '../workspace/conversation-context.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Footnote', template: '%s · Footnote' },
  description: 'Ask your articles; every answer is a quote you can check.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/**
 * Around every page. Reading a cookie has every page made on request, and only then can its scripts carry the nonce of
 * its Content-Security-Policy.
 */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { token, open } = readSettings();
  const { isSignedIn } = visitorOf(await headers());
  const isLetIn = isSignedIn || open || token === null;
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <ConversationProvider>
          <a href="#main" className="skip-link">
            Skip to the content
          </a>
          <header className="site-header">
            {/* A full load, so that the wordmark always leads to the home page as it is now. */}
            <a href={sitePath('/')} className="wordmark">
              Footnote
            </a>
            <nav aria-label="Site" className="site-nav">
              {isLetIn && (
                <>
                  <ConversationsDrawer />
                  <a href={sitePath('/articles')} className="quiet-button">
                    Articles
                  </a>
                  <KeyboardHelp />
                  {token !== null && <Account isSignedIn={isSignedIn} />}
                </>
              )}
              <ThemeSwitch initial={theme} />
            </nav>
          </header>
          {isLetIn && <AddingDialog command={indexCommand()} />}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </ConversationProvider>
      </body>
    </html>
  );
}
