import type { Page } from 'playwright-core';

type Reach = (page: Page) => Promise<void>;

const ANSWERED = 'When did Putin and Xi first meet in person?';
const FOLLOW_UP = 'Where did they meet?';
const REFUSED = 'Who won the women’s singles at Wimbledon in 2019?';

/** How each state of the chat is reached from the home page, over the sample articles. */
export const STATES: Readonly<Record<string, Reach>> = {
  home: async () => undefined,
  answer: answered,
  card: async (page) => {
    await answered(page);
    await page
      .getByRole('link', { name: /^Citation 1/ })
      .first()
      .hover();
  },
  why: async (page) => {
    await answered(page);
    await page.getByRole('button', { name: 'Why this answer' }).click();
    await page.getByText('Passages read').scrollIntoViewIfNeeded();
  },
  source: async (page) => {
    await answered(page);
    await followCitation(page);
  },
  'several-quotes': async (page) => {
    await ask(page, 'How much was trade between Russia and China worth in 2023?');
    await firstCitation(page).waitFor();
    await followCitation(page);
  },
  'follow-up': async (page) => {
    await answered(page);
    await ask(page, FOLLOW_UP);
    await page.getByText('Understood as').waitFor();
  },
  editing: async (page) => {
    await answered(page);
    await page.getByRole('button', { name: 'Edit question' }).click();
  },
  refusal: refused,
  'refusal-unfolded': async (page) => {
    await refused(page);
    await page.locator('summary').click();
  },
  'too-long': async (page) => {
    await page.getByRole('textbox', { name: 'Ask a question' }).fill('Why is this so long? '.repeat(110));
  },
  conversations: async (page) => {
    await answered(page);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await refused(page);
    const drawer = page.getByRole('button', { name: 'Conversations' });
    if (await drawer.isVisible()) await drawer.click();
  },
  filters: async (page) => {
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('link', { name: /^2022/ }).click();
  },
  adding: async (page) => {
    await openAdding(page);
  },
  'adding-report': async (page) => {
    const dialog = await openAdding(page);
    const files = {
      'lock.txt': 'The lock of Tarnsund was opened in 1851 by the engineer Ole Brun.',
      'blank.txt': '',
    };
    await dialog.getByLabel('Files of articles').setInputFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
    await dialog.getByText('1 skipped.').waitFor();
  },
  removing: async (page) => {
    await page.goto('/articles');
    await page.locator('.article-list a').first().click();
    await page.getByRole('button', { name: 'Remove article' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('It was not removed').waitFor();
  },
  keys: async (page) => {
    await page.locator('body').press('?');
  },
  articles: async (page) => {
    await page.goto('/articles');
  },
  'articles-filtered': async (page) => {
    await page.goto('/articles?query=putin&order=newest&from=2022-01-01&to=2022-12-31');
  },
  article: async (page) => {
    await answered(page);
    await followCitation(page);
    await page.getByRole('link', { name: 'Full page' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('mark').first().waitFor();
  },
  'not-found': async (page) => {
    await page.goto('/article/no-such-article.md');
  },
  'api-away': async (page) => {
    await answered(page);
    await page.route('**/graphql', (route) =>
      route.fulfill({
        status: 502,
        json: {
          errors: [
            {
              message:
                "Footnote's API does not answer at http://127.0.0.1:4000/graphql. Start it with “npm start”.",
              extensions: { code: 'API_UNREACHABLE' },
            },
          ],
        },
      }),
    );
    await ask(page, FOLLOW_UP);
    await page.getByText('The API is away.').waitFor();
  },
  'all-away': async (page) => {
    await answered(page);
    await page.route('**/*', (route) => route.abort());
    await ask(page, FOLLOW_UP);
    await page.getByText('Footnote is away.').waitFor();
  },
  print: async (page) => {
    await answered(page);
    await followCitation(page);
    await page.emulateMedia({ media: 'print' });
  },
};

async function openAdding(page: Page) {
  await page.getByRole('button', { name: 'Add articles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add articles' });
  await dialog.getByLabel('Files of articles').waitFor();
  return dialog;
}

async function answered(page: Page): Promise<void> {
  await ask(page, ANSWERED);
  await firstCitation(page).waitFor();
  await page.getByText('Verified word for word').first().waitFor();
}

async function refused(page: Page): Promise<void> {
  await ask(page, REFUSED);
  await page.getByRole('region', { name: 'No answer in these articles' }).waitFor();
}

async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Ask a question' });
  await box.fill(question);
  await box.press('Enter');
}

function firstCitation(page: Page) {
  return page.getByRole('link', { name: /^Citation 1/ }).first();
}

async function followCitation(page: Page): Promise<void> {
  await firstCitation(page).click();
  await page.locator('mark').first().waitFor();
}
