import { describe, expect, it } from 'vitest';
import { tellSameFacts, tellSameStory } from './story-facts.ts';

const bulletin = (day: string, [rate, euro, pips]: readonly string[]) =>
  `LINDHAVEN, Sept. 2, 2024 (Bay News) -- The rate of the crown moved to ${rate} crowns per dollar on ${day}, the Bay Exchange said. ` +
  `It may rise or fall by 2 percent a day. Against the euro it was set at ${euro}. It moved by ${pips} pips.`;
const ferry = (toll: number, day: number) =>
  `LINDHAVEN, Sept. ${day}, 2024 (Bay News) -- A ferry with 40 people sank off Sell on Saturday, killing ${toll}, the guard said. ` +
  'It had left Port Alder at noon. The northern channel is closed until Monday.';

describe('telling copies of a story from texts of one form', () => {
  it('takes bulletins of one form with other figures and days for two stories', () => {
    expect(
      tellSameStory(
        bulletin('Monday', ['7.1124', '7.8650', '88']),
        bulletin('Tuesday', ['7.0989', '7.8712', '12']),
      ),
    ).toBe(false);
  });

  it('takes a corrected figure for the same story with other facts', () => {
    expect(tellSameStory(ferry(12, 7), ferry(9, 8))).toBe(true);
    expect(tellSameFacts(ferry(12, 7), ferry(9, 8))).toBe(false);
  });

  it('takes a story that was cut for the same with the same facts', () => {
    const whole = ferry(12, 7);
    const cut = whole.slice(0, whole.indexOf(' It had left'));
    expect(tellSameStory(whole, cut)).toBe(true);
    expect(tellSameFacts(whole, cut)).toBe(true);
  });

  it('takes notices of one form about other people for two stories', () => {
    const notice = (...people: string[]) =>
      `The parish says that ${people[0]} of the old quay has married ${people[1]} at the church of ${people[2]}, and that ${people[3]} played.`;
    expect(
      tellSameStory(
        notice('Ada Moss', 'Bo Lind', 'Sell', 'Uma Dahl'),
        notice('Ida Berg', 'Per Holt', 'Harrow', 'Jo Finch'),
      ),
    ).toBe(false);
  });

  it('writes 1,250 and 1250, and 3 May and May 3, alike', () => {
    expect(
      tellSameFacts('It had 1,250 seats on 3 May, and then 40.', 'It had 1250 seats on May 3, and then 40.'),
    ).toBe(true);
  });

  it('says of texts without figures and names that they tell one story', () => {
    expect(tellSameStory('the tide was high and the boats were late', 'the tide was high')).toBe(true);
  });
});
