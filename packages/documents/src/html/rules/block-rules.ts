import type { TextBlock } from '../text-blocks.ts';

export interface ArticleFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
}

/** Takes text blocks out of the article. */
export interface BlockRule {
  readonly name: string;
  select(blocks: readonly TextBlock[], facts: ArticleFacts): readonly TextBlock[];
}
export const BLOCK_RULES: readonly BlockRule[] = [];
