/**
 * English abbreviations that end in a full stop, by what the stop says about the sentence. Written without the
 * stop, in lower case.
 */

/** Always followed by what they belong to: a stop after one never ends a sentence. */
export const NEVER_FINAL: ReadonlySet<string> = words(
  'mr mrs ms mx dr prof sen sens gov govs brig lt capt cpt sgt cpl maj adm cmdr cdr cllr comdr lieut ste msgr amb ' +
    'supt insp pvt asst assoc dep atty vs v cf e.g i.e viz ca approx pp messrs mme mlle rt hrh n°',
);

/** The same, but everyday words or names when they begin with a small letter. */
export const NEVER_FINAL_CAPITALISED: ReadonlySet<string> = words(
  'rep reps gen col rev hon pres fr det spec sec',
);

/** Do not end a sentence when a number follows: "Nov. 5", "No. 3", "c. 1689". */
export const BEFORE_NUMBERS: ReadonlySet<string> = words(
  'jan feb apr jun jul aug sep sept oct nov dec no nos nr n° nº p para ch c vol vols fig figs eq rs tel ext',
);

/** The same, but everyday words when they begin with a small letter: "Art. 5". */
export const BEFORE_NUMBERS_CAPITALISED: ReadonlySet<string> = words('mar art arts');

/** May end a sentence or stand within one: "Apple Inc. said", "… by Apple Inc. The firm …". */
export const SOMETIMES_FINAL: ReadonlySet<string> = words(
  'inc ltd co corp bros jr sr esq llc plc dept univ est al etc u.s u.k u.n e.u u.s.a u.s.s.r d.c ph.d m.d b.a m.a ' +
    'b.sc m.sc ave blvd rd jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs fri ariz calif colo ' +
    'conn fla ga kan ky md mich minn mo mont neb nev n.h n.j n.m n.y n.c n.d okla r.i s.c s.d tex vt va w.va wis wyo',
);

/** The same, but everyday words when they begin with a small letter: "Mass.", "mass"; "St.", "5th st". */
export const SOMETIMES_FINAL_CAPITALISED: ReadonlySet<string> = words(
  'st mt ft sq ed eds mon wed sat sun mar ala ark cal del ill ind la mass miss ore pa tenn wash',
);

/** Words that, with a capital, open a sentence far more often than they continue a name. */
export const SENTENCE_OPENERS: ReadonlySet<string> = words(
  'the a an this that these those it its he she they we you i his her our their my your there here in on at by for ' +
    'from with without as after before when while since although though if but and or so yet however meanwhile ' +
    'moreover nevertheless nonetheless therefore thus furthermore additionally instead otherwise indeed perhaps ' +
    'maybe also both each all some many most several few no none nobody nothing not what who whose where why how ' +
    'which whether under over during between within among across behind beyond beside besides amid towards through ' +
    'throughout upon according despite because until unless once then now today tonight yesterday tomorrow earlier ' +
    'later soon often sometimes usually recently currently previously finally eventually initially originally ' +
    'officially another other others such every everyone everything anyone one two three four five six seven eight ' +
    'nine ten dozens hundreds thousands to of about against following given last next more is are was were do does ' +
    'did has have had can could would should please let asked speaking',
);

/** Words that open a sentence when a word in small letters follows: "Shares rose", but not "Shares Index". */
export const SENTENCE_SUBJECTS: ReadonlySet<string> = words(
  'people officials police experts critics analysts scientists researchers investigators authorities doctors ' +
    'residents witnesses reporters journalists workers voters prosecutors lawyers economists investors traders ' +
    'students teachers parents women men children families companies customers passengers prisoners soldiers rescuers ' +
    'firefighters talks negotiations elections shares stocks sales profits revenue prices exports imports markets ' +
    'millions billions only even just still nearly almost around roughly less fewer much neither either like unlike',
);

/** Countries and firms, after which a name and its verb open a sentence: "… to the U.S. Holt stayed". */
export const BEFORE_NEW_NAMES: ReadonlySet<string> = words(
  'u.s u.k u.n e.u u.s.a d.c inc ltd co corp llc plc',
);

/** Of those, what names of offices and bodies go on with: "U.S. Senate voted", "Apple Inc. Chairman said". */
export const GOING_ON: ReadonlySet<string> = words(
  'senate congress house navy army air marine marines coast supreme court president vice treasury state department ' +
    'federal attorney secretary steel open capitol government embassy bank forces customs border representative ' +
    'representatives senator senators ambassador census district postal chamber trade central national general security ' +
    'council assembly chief chairman chairwoman chair executive director ceo cfo spokesman spokeswoman founder ' +
    'group holdings international canada america europe asia officials troops soldiers prosecutors agents administration',
);

/** What a verb in a sentence of news looks like. */
export const VERB =
  /^(?:\p{Ll}{2,}ed|said|says|was|were|is|has|had|have|will|would|can|could|did|does|rose|fell|came|went|left|made|took|got|told|won|lost|gave|began|became|met|spoke|knew|saw|felt|ran|held|kept|led|paid|wrote|grew|found|lives|works)\b/u;

/** What may follow the hour and belong to it: days, months, zones, feasts. */
export const AFTER_CLOCK_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|(?:January|February|March|April|May|June|July|August|September|October|November|December|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Christmas|Easter|Thanksgiving|New Year|Local)\b|\p{Lu}{2,5}\b|(?:\p{Lu}\p{L}*\s){1,3}(?:time|Time|Standard|Summer)\b)/u;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
