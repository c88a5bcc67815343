/** A few articles of two sources over three years, one without a date. */
export const MOUNTAIN_ARTICLES = {
  'observatory.md': `---
title: Observatory on Mount Kell opens
source: Kell Courier
author: Nora Falk
publishedAt: 2018-03-02
language: en
---
The observatory on Mount Kell was opened on 2 March 2018 by the astronomer Ilse Brand. Its mirror is 3.6 metres wide.
The state paid 41 million crowns for it.
`,
  'railway.md': `---
title: Mountain railway closed after landslide
source: Kell Courier
publishedAt: 2019-06-11
language: en
---
The mountain railway to Mount Kell was closed on 11 June 2019 after a landslide. A bus runs instead, twice a day.
`,
  'hut.md': `---
title: New hut for climbers
source: Alpine Weekly
publishedAt: 2020-08-30
language: en
---
A new hut for climbers has stood below the north face of Mount Kell since August 2020. It sleeps 48 people.
`,
  'legend.txt': 'Old songs say that a giant sleeps under Mount Kell. Nobody has seen the giant.\n',
} as const;
