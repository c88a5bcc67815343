/**
 * English abbreviations that end in a full stop, by what the stop says about the sentence. Written without the
 * stop, in lower case.
 */

/** Always followed by what they belong to: a stop after one never ends a sentence. */
export const NEVER_FINAL: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof sen rep reps sens gov govs gen brig col lt capt cpt sgt cpl maj adm cmdr cdr rev hon pres ' +
    'fr st ste mt ft msgr amb supt insp det pvt sec asst assoc dep vs v cf e.g i.e viz ca approx fig figs art eq ' +
    'vol vols ed eds pp messrs mme mlle rt hrh'
  ).split(' '),
);

/** Do not end a sentence when a number follows: "Nov. 5", "No. 3", "c. 1689". */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos nr p para ch sec art c'.split(' '),
);

/** May end a sentence or stand within one: "Apple Inc. said", "… by Apple Inc. The firm …". */
export const SOMETIMES_FINAL: ReadonlySet<string> = new Set(
  (
    'inc ltd co corp bros jr sr esq llc plc dept univ est al etc u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m am pm ' +
    'ph.d m.d b.a m.a b.sc m.sc ave blvd rd sq jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed ' +
    'thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss ' +
    'mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo'
  ).split(' '),
);

/** Words that, with a capital, open a sentence far more often than they continue a name. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we you i his her their our my there here in on at by for ' +
    'from with without as after before when while since although though if but and or so yet however meanwhile ' +
    'moreover also both each all some many most no not what who where why how which under over during between ' +
    'according despite because until once then now today yesterday earlier later such another other one two three ' +
    'to of among about against following given last next more'
  ).split(' '),
);
