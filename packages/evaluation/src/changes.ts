export const CHANGES = ['YEAR', 'NUMBER', 'NAME', 'ROLE', 'NEGATION', 'OPPOSITE'] as const;
/**
 * What of a question was changed. NAME: to one that its document speaks of too, where there is one, else to one of
 * another document. ROLE: two names changed places.
 */
export type Change = (typeof CHANGES)[number];
