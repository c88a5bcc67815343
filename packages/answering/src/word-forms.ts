import { termsOf } from '@footnote/retrieval';

/** Forms of verbs that a stemmer does not bring together, the base form first. */
const IRREGULAR =
  'be is are was were been am,become became,begin began begun,bite bit bitten,blow blew blown,break broke broken,' +
  'bring brought,build built,buy bought,catch caught,choose chose chosen,come came,close closure,cut cutting,deal dealt,die died dying,' +
  'do did done does,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feel felt,' +
  'fight fought,find found,flee fled,fly flew flown flies,forbid forbade forbidden,forget forgot forgotten,freeze froze frozen,' +
  'get got gotten,give gave given,go went gone goes,grow grew grown growth,have had has,hear heard,hide hid hidden,hit hitting,' +
  'hold held,keep kept,know knew known,lay laid,lead led,leave left,lend lent,lose lost,make made,mean meant,meet met,' +
  'pay paid,put putting,quit quitting,read reading,ride rode ridden,ring rang rung,rise rose risen,run ran running,' +
  'say said says,see saw seen,seek sought,sell sold,send sent,shake shook shaken,shoot shot,shut shutting,sing sang sung,' +
  'sink sank sunk,sit sat,sleep slept,speak spoke spoken,spend spent,split splitting,spread spreading,stand stood,steal stole stolen,' +
  'strike struck stricken,swear swore sworn,swim swam swum,take took taken,teach taught,tear tore torn,tell told,' +
  'think thought,throw threw thrown,understand understood,wake woke woken,wear wore worn,win won winning,withdraw withdrew withdrawn,' +
  'write wrote written';

const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(',').flatMap((forms) => {
    const [base = '', ...others] = forms.split(' ');
    return [base, ...others].map((form) => [form, base] as const);
  }),
);

/** A word where it stands, with what it has in common with its other forms. */
export interface WordForm {
  /** Lower case, without diacritics. */
  readonly word: string;
  /** The same for all forms of a word: the base form of an irregular verb, else the Porter stem. */
  readonly base: string;
  readonly start: number;
  readonly end: number;
}

/** Every word of a text, in order. */
export function wordFormsOf(text: string): WordForm[] {
  return termsOf(text).map(({ word, stem, start, end }) => ({
    word,
    base: BASE_FORMS.get(word) ?? stem,
    start,
    end,
  }));
}
