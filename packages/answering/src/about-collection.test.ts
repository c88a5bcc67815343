import { describe, expect, it } from 'vitest';
import { asksAboutCollection } from './about-collection.ts';

describe('a question about the collection', () => {
  it.each([
    'how many articles do you have',
    'How many documents are there in this collection?',
    'How many sources do you have on the bridge?',
    'How many stories mention Mara Lund?',
    'What period do you cover?',
    'What dates do these articles span?',
    'How far back do the articles go?',
    'which papers',
    'Which newspapers are these from?',
    'What are your sources?',
    'Who wrote these?',
    'Who are the authors of these articles?',
    "What's in the archive?",
    'What topics do you cover?',
    'What can I ask you?',
    'Show me all articles',
    'When was the newest article published?',
    'What is the oldest story?',
  ])('is told: %s', (question) => {
    expect(asksAboutCollection(question)).toBe(true);
  });

  it.each([
    'How many articles does the constitution have?',
    'How many stories does the tower have?',
    'How many sites are included on the heritage list?',
    'How many newspapers are available on the island?',
    'Which papers did the ministers sign?',
    'Who wrote the letter?',
    'What are the sources of the river?',
    'What period did the treaty cover?',
    'How far back do relations between Norda and Velia go?',
    'When was the first article of the law passed?',
    'What is the latest news on the bridge?',
    'What is in the archive of the harbour?',
    'What do you know about Mara Lund?',
  ])('is not seen in "%s"', (question) => {
    expect(asksAboutCollection(question)).toBe(false);
  });
});
