/** Three invented articles, enough to search, to ask, and to be refused. */
export const HARBOUR_ARTICLES = {
  'ferry.md': `---
title: New ferry links Norhaven and Elsby
source: Norhaven Courier
author: Mira Dahl and Jonas Brandt
publishedAt: 2021-04-12
url: https://example.org/ferry
language: en
---
The first electric ferry between Norhaven and Elsby sailed on 12 April 2021. It carries 400 passengers and 80 cars.

The crossing takes 35 minutes. Captain Ines Holm commanded the first crossing. The ferry cost 48 million crowns. 🚢
`,
  'bridge.md': `---
title: Council rejects the bridge
source: Elsby Post
author: Petra Lund
publishedAt: 2019-11-03
language: en
---
The council of Elsby voted against a bridge over the sound on 2 November 2019. Eleven members were against it and six were for it.

Mayor Oskar Vinter said that the bridge would have cost 900 million crowns.
`,
  'lighthouse.txt': `The lighthouse at Cape Sorrel was built in 1874 by the engineer Abel Frost. It is 41 metres high.

A storm broke its lamp in 1952, and it was lit again after nine days.
`,
} as const;
