import { sendSentences, startWriterServer, type WriterServer } from '@footnote/writer/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, axeFindings, Chat } from './chat.ts';

const QUESTION = 'How much was trade between Russia and China worth in 2023?';
const TRUE = 'Trade between Russia and China was worth about 240 billion dollars in 2023.';
const LIE = 'Trade between Russia and China was worth about 420 billion dollars in 2023.';

/** A product with a language model to send to: a server that writes one true sentence and one lie. */
export function proseTests(): void {
  describe('with a writer', () => {
    let writer: WriterServer;
    beforeAll(async () => {
      writer = await startWriterServer((response) =>
        sendSentences(
          response,
          [TRUE, LIE].map((text) => ({ text, citationNumbers: [1] })),
        ),
      );
    });
    afterAll(() => writer.close());
    const chat = Chat.forThese(() => ({
      environment: { FOOTNOTE_WRITER_URL: writer.url, FOOTNOTE_WRITER_MODEL: 'scribe' },
    }));

    it.each(['light', 'dark'] as const)(
      'prose is sent for when asked for, and told of, %s',
      async (colorScheme) => {
        const page = await chat.open('/', { colorScheme });
        const { host } = new URL(writer.url);
        await page.getByText(`unless you have prose written: ${host} is sent`).waitFor();
        const before = writer.told.length;
        await ask(page, QUESTION);
        await page.getByText(`Sends the question and these quotes to scribe at ${host}.`).waitFor();
        expect(writer.told.length).toBe(before);
        await page.getByRole('button', { name: 'Write as prose' }).click();
        await page.getByText(`Arranged by scribe at ${host}`).waitFor();
        await page.getByText('1 sentence that the quotes do not hold was left out').waitFor();
        expect(await page.locator('.written-prose').innerText()).toContain(TRUE);
        expect(await page.getByText(LIE).count()).toBe(0);
        expect(writer.told.at(-1)?.body).toContain(QUESTION);
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      },
    );
  });
}
