import { describe, expect, it } from 'vitest';
import { claimsOf } from './claims.ts';
import { type Contradictions, contradictionsOf } from './contradictions.ts';
import type { QuoteInContext } from './quote-in-context.ts';

interface Said extends Partial<QuoteInContext> {
  readonly quote: string;
  /** What else was found. */
  readonly texts?: readonly string[];
  readonly unknown?: readonly string[];
}

function against(question: string, said: Said | string): Contradictions {
  const { texts = [], unknown = [], ...given } = typeof said === 'string' ? { quote: said } : said;
  const context = {
    referents: [],
    surroundings: given.quote,
    head: '',
    publishedAt: null,
    answer: null,
    ...given,
  };
  return contradictionsOf(claimsOf({ question, today: '2024-06-01', texts, unknown }), context);
}

/** What is held against a quote. */
function found(question: string, said: Said | string): string[] {
  return Object.entries(against(question, said)).flatMap(([name, value]) => (value > 0 ? [name] : []));
}

describe('contradictionsOf, of dates', () => {
  const SAID = 'Sales of tin came to 24 million crowns in 2023.';

  it('holds another year against a quote, and the same year not', () => {
    expect(found('How much were sales of tin in 2022?', SAID)).toContain('dateDiffers');
    expect(found('How much were sales of tin in 2023?', SAID)).toEqual([]);
  });

  it('lets a quote without a date have that of its article', () => {
    const quote = 'Sales of tin came to 24 million crowns.';
    expect(found('How much were sales of tin in 2023?', { quote, publishedAt: '2023-12-14' })).toEqual([]);
    expect(found('How much were sales of tin in 2022?', { quote, publishedAt: '2023-12-14' })).toContain(
      'dateMissing',
    );
  });

  it('does not take the year that is compared with for the year of what is said', () => {
    const quote = 'Some 740 people came, fewer than in 2019.';
    expect(found('How many people came in 2019?', { quote, publishedAt: '2022-09-25' })).toContain(
      'dateDiffers',
    );
    expect(found('How many people came in 2022?', { quote, publishedAt: '2022-09-25' })).toEqual([]);
  });

  it('doubts a quote where only another sentence of an article of another year has the date', () => {
    const quote = 'Ann won the race on Sunday.';
    const said = {
      quote,
      surroundings: `${quote} It was her third time. Ivo won in 2021.`,
      publishedAt: '2022-09-25',
    };
    expect(against('Who won the race in 2021?', said).dateMissing).toBe(0.5);
    expect(against('Who won the race in 2022?', said).dateMissing).toBe(0);
    expect(against('Who won the race in 2019?', said).dateMissing).toBe(1);
  });

  it('reads "last year" from the day the question was asked', () => {
    expect(found('How much were sales of tin last year?', SAID)).toEqual([]);
  });

  it('does not hold a year against a quote that the question only counts from', () => {
    expect(found('How much were sales of tin before 2024?', SAID)).toEqual([]);
  });
});

describe('contradictionsOf, of names and figures', () => {
  it('misses a name that is not there', () => {
    expect(against('Who signed the contract in Corrow?', 'Ann signed the contract in Elm.').nameMissing).toBe(
      1,
    );
  });

  it('holds another number beside the same word against a quote', () => {
    expect(
      found('When does season 8 of Harbour Lights begin?', 'Season 7 of Harbour Lights begins in May.'),
    ).toContain('numberDiffers');
    expect(
      found(
        'When does season 7 of Harbour Lights begin?',
        'The seventh season of Harbour Lights begins in May.',
      ),
    ).toEqual([]);
    const quote = 'Three trains were late.';
    const surroundings = `The line has 12 trains. ${quote}`;
    expect(found('How many of the 12 trains were late?', { quote, surroundings })).not.toContain(
      'numberDiffers',
    );
  });

  it('doubts a figure that counts something else than what is asked for, and what no article names', () => {
    const quote = 'Some 140 sailors were dismissed.';
    const asked = (question: string, unknown: readonly string[] = []) =>
      against(question, { quote, answer: '140', unknown }).countsOther;
    expect(asked('How many captains were dismissed?', ['captains'])).toBe(0.5);
    expect(asked('How many captains did Norda dismiss?', ['captains'])).toBe(0.5);
    expect(asked('How many captains left Norda?', ['captains'])).toBe(0.5);
    expect(asked('How many sea captains live in Elmet?', ['captains'])).toBe(0.5);
    expect(asked('How many captains were dismissed?')).toBe(0);
    expect(asked('How many sailors were dismissed?')).toBe(0);
    expect(asked('How many people were dismissed?', ['people'])).toBe(0);
  });

  it('misses a word that singles out one of several', () => {
    expect(found('Where did Ann and Ben first meet?', 'Ann and Ben held talks in Elmet.')).toEqual([
      'qualifierMissing',
    ]);
    expect(
      found('Where did Ann and Ben first meet?', 'Ann and Ben met for the first time in Elmet.'),
    ).toEqual([]);
    expect(found('Which is the largest port of Velia?', 'Corrow is the biggest port of Velia.')).toEqual([]);
  });

  it('knows a name in another form, and by its initials', () => {
    expect(found('Who leads the Russian union?', 'Ann leads the union of Russia.')).toEqual([]);
    expect(found('Who leads the SCO?', 'Ann leads the Shanghai Cooperation Organisation.')).toEqual([]);
  });

  it('tells what only the passage names from what the quote does', () => {
    const quote = 'The budget was passed.';
    const { nameElsewhere } = against('When was the budget of Elmet passed?', {
      quote,
      surroundings: `Elmet is a town. ${quote}`,
    });
    expect(nameElsewhere).toBe(1);
  });

  it('reads a sentence that leans on another together with it', () => {
    const said = { quote: 'It opened in May.', referents: ['The museum of Elmet is new.'] };
    expect(against('When did the museum of Elmet open?', said).nameElsewhere).toBe(0);
  });

  it('does not take Velia 2 for Velia', () => {
    expect(found('When was Velia opened?', 'Velia 2 was opened in May.')).toContain('nameDiffers');
    expect(found('When was Velia 2 opened?', 'Velia was opened in May.')).toContain('numberMissing');
    expect(found('When was Velia 2 opened?', 'Velia 2 was opened in May.')).toEqual([]);
  });

  it('misses a figure of the question', () => {
    expect(found('What covers 1250 trains?', 'The recall covers 1,250 trains.')).toEqual([]);
    expect(found('What covers 1300 trains?', 'The recall covers 1,250 trains.')).toContain('numberMissing');
  });
});

describe('contradictionsOf, of roles', () => {
  const AWARD = 'Elm University, where Ivo Marn once studied law, awarded Lena Marsh a doctorate.';

  it('holds against a quote that it names the one asked about only beside the point', () => {
    expect(found('Which university awarded Ivo Marn a doctorate?', AWARD)).toContain('roleDiffers');
    expect(found('Which university awarded Lena Marsh a doctorate?', AWARD)).toEqual([]);
  });

  it('takes the kind asked for not for what is done', () => {
    expect(found('What county was Elmet part of?', 'Elmet was part of the county of Ouse.')).toEqual([]);
  });

  it('takes neither an apposition to a thing nor an example for said beside the point', () => {
    const film = 'The town was seen in another film, the thriller Long Sunday, directed by Lena Marsh.';
    expect(found('Who directed Long Sunday?', { quote: film, answer: 'Lena Marsh' })).toEqual([]);
    const towns = 'A few towns (such as Elmet) had two stations.';
    expect(found('How many stations did Elmet have?', { quote: towns, answer: 'two' })).toEqual([]);
  });

  it('tells who does from whom it is done to', () => {
    expect(found('Who sued Gasco?', 'Gasco sued Norpet in May.')).toContain('roleDiffers');
    expect(found('Who sued Gasco?', 'Norpet sued Gasco in May.')).toEqual([]);
    expect(found('Who sued Gasco?', 'Gasco was sued by Norpet.')).toEqual([]);
    expect(found('Whom did Gasco defeat?', 'Norpet defeated Gasco in May.')).toContain('roleDiffers');
  });

  it.each([
    ['Did Gasco defeat Norpet?', 'Norpet defeated Gasco in May.'],
    ['Who was sued by Gasco?', 'Norpet sued Gasco in May.'],
    ['By whom was the firm Gasco sued?', 'Gasco sued Norpet in May.'],
    ['Which company has the firm Gasco sued?', 'Norpet sued Gasco in May.'],
    ['Who bought Norpet?', 'The Lund family sold Gasco to Norpet in May.'],
  ])('tells the two apart in "%s"', (question, quote) => {
    expect(found(question, quote)).toContain('roleDiffers');
  });

  it.each([
    ['When did Ann Lund meet Ivo Marn?', 'Ivo Marn met Ann Lund in May.'],
    ['Who bought Gasco?', 'The Lund family sold Gasco to Norpet in May.'],
    ['Did Gasco congratulate Norpet?', 'Norpet thanked for the congratulations of Gasco.'],
    ['Did Gasco defeat Norpet?', 'In May, it defeated Norpet.'],
    ['When was the Elm Report published?', 'It had said so in the Elm Report, published in 2001.'],
    ['How often had Ivo Marn torn his ACL?', 'Ivo Marn, a veteran who had twice overcome ACL tears, fell.'],
    ['What kind of alga are Euglenas?', 'Euglenas are algae of a common kind.'],
  ])('holds no role against what "%s" asks for', (question, quote) => {
    expect(found(question, quote)).not.toContain('roleDiffers');
  });

  it('does not take what one did for what another is asked about', () => {
    const quote = 'Last year the Western League had imposed sanctions on Velia.';
    expect(found('Did Noria impose sanctions on Velia?', quote)).toContain('roleDiffers');
    expect(found('Did the Western League impose sanctions on Velia?', quote)).toEqual([]);
  });

  it('does not take what one person did for what is asked of another', () => {
    const said = {
      referents: ['Mayor Lena Marsh was there.'],
      quote: 'Her predecessor, Ivo Marn, had rejected it.',
    };
    expect(found('When did Lena Marsh reject the plan?', said)).toContain('roleDiffers');
    expect(found('When did Ivo Marn reject the plan?', said)).not.toContain('roleDiffers');
    expect(found('When did Velia reject the plan?', said)).not.toContain('roleDiffers');
  });

  it('knows whom a pronoun stands for', () => {
    const said = { referents: ['Lena Marsh won the race.'], quote: 'She defeated Ivo Marn by nine seconds.' };
    expect(found('Who defeated Lena Marsh?', said)).toContain('roleDiffers');
    expect(found('Who defeated Ivo Marn?', said)).not.toContain('roleDiffers');
  });

  it('does not take what was done to one for what is asked of another', () => {
    const quote = 'The Western League imposed sanctions on Velia.';
    expect(found('Who imposed sanctions on Noria?', quote)).toContain('roleDiffers');
    expect(found('Who imposed sanctions on Velia?', quote)).toEqual([]);
  });
});

describe('contradictionsOf, of what is denied', () => {
  it.each([
    ['Who took part in the strike?', 'The crew of Norda did not take part in the strike.'],
    ['Who did not take part in the strike?', 'The crew of Norda took part in the strike.'],
    ['How many flights were not cancelled?', 'Norda cancelled 214 flights.'],
    ['Who agreed to pay?', 'Norda never agreed to pay.'],
    ['Who took part in the strike?', 'None of the younger drivers of Norda took part in the strike.'],
    ['Who signed the letter?', 'Neither Lena Marsh nor Ivo Marn signed the letter.'],
    ['Who was in the boat?', 'On Monday, nobody from the crew was in the boat.'],
  ])('holds "%s" and "%s" against each other', (question, quote) => {
    expect(found(question, quote)).toContain('polarityDiffers');
  });

  it.each([
    ['Who did not take part in the strike?', 'The crew of Norda did not take part in the strike.'],
    ['Who took part in the strike?', 'Norda took part in the strike, but did not pay.'],
    ['Who took part in the strike?', 'Not only Norda took part in the strike.'],
    ['Who took part in the strike?', 'Norda took part in the strike, and no one was hurt.'],
    ['Who sank the ferry?', 'Nobody was hurt when Ivo Marn sank the ferry.'],
  ])('does not hold "%s" and "%s" against each other', (question, quote) => {
    expect(found(question, quote)).not.toContain('polarityDiffers');
  });

  it('holds against a quote that it names the answer only to leave it out', () => {
    const quote = 'All drivers except the nurses of Elm took part in the strike.';
    const question = 'Who took part in the strike?';
    expect(found(question, { quote, answer: 'the nurses of Elm' })).toContain('polarityDiffers');
    expect(found(question, { quote, answer: 'All drivers' })).not.toContain('polarityDiffers');
  });

  it('doubts a quote that only says that it is not known', () => {
    expect(against('What caused the fire?', 'The cause of the fire is not known.').polarityDiffers).toBe(0.5);
  });

  it('takes a denial for an answer where it is asked whether something is so', () => {
    expect(found('Did the crew of Norda take part?', 'The crew of Norda did not take part.')).toEqual([]);
    expect(found('Did prices fall?', 'Prices rose in May.')).toEqual([]);
  });

  it('takes nobody for an answer where it is asked how many', () => {
    expect(found('How many people were hurt?', 'Nobody was hurt.')).toEqual([]);
  });

  it('holds the opposite of a word against a quote', () => {
    expect(found('When did prices fall?', 'Prices rose in May.')).toContain('oppositeSaid');
    expect(found('When did prices fall?', 'Prices fell in May, and rose in June.')).toEqual([]);
  });
});

describe('contradictionsOf, of reasons', () => {
  it('wants a reason for "why"', () => {
    expect(found('Why did the library reopen?', 'The library reopened on Saturday.')).toContain('noReason');
    expect(found('Why did the library reopen?', 'The library reopened because people asked.')).toEqual([]);
  });

  it('takes the sentence after the one that is asked about for a reason', () => {
    const quote = 'Engineers saw cracks in two piers.';
    const surroundings = `The bridge at Loburg will be closed to lorries. ${quote}`;
    const question = 'Why will the bridge at Loburg be closed to lorries?';
    expect(against(question, { quote, surroundings }).noReason).toBeLessThan(1);
  });

  it('wants a cause where a cause is asked for', () => {
    expect(found('What caused the fire?', 'A fire broke out on Tuesday.')).toContain('noReason');
    expect(found('What caused the fire?', 'The fire started in a cable duct.')).toEqual([]);
  });
});

describe('contradictionsOf, of what was taken back', () => {
  const WRONG = 'We wrote on Tuesday that nine people died in the storm.';
  const question = 'How many people died in the storm?';

  it('holds it against a quote that the next sentence calls it wrong', () => {
    const surroundings = `${WRONG} That was wrong: six people died.`;
    expect(found(question, { quote: WRONG, surroundings })).toEqual(['retracted']);
    expect(found(question, { quote: 'That was wrong: six people died.', surroundings })).toEqual([]);
    expect(found(question, WRONG)).toEqual([]);
  });

  it('holds it against a quote that says of itself that it was wrong, unless it also puts it right', () => {
    const said = 'An earlier version of this article wrongly said that nine people died in the storm';
    expect(found(question, `${said}.`)).toEqual(['retracted']);
    expect(found(question, `${said}; in fact, six died.`)).toEqual([]);
  });
});

describe('contradictionsOf, of other words in the same place', () => {
  const LONG = { quote: 'The railway bridge is two miles long.', texts: ['The road bridge is new.'] };

  it('tells two things apart that the articles tell apart', () => {
    expect(found('How long is the road bridge?', LONG)).toContain('placeTaken');
    expect(found('How long is the railway bridge?', LONG)).toEqual([]);
  });

  it('holds a word that no article has against one that takes its place', () => {
    const said = { quote: 'The supply of gas was agreed in May.', unknown: ['oil'] };
    expect(found('When was the supply of oil agreed?', said)).toContain('placeTaken');
  });

  it('lets a thing be said in another word', () => {
    expect(found('How long is the big bridge?', 'The large bridge is two miles long.')).toEqual([]);
  });
});
