import type { ElementRule } from './element-rule.ts';

const EMBED = /[|-](?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|reddit-embed)/;

/** Posts of other services, with their handles and date lines: not the article's own words. */
export const embeddedPost: ElementRule = {
  name: 'embedded post',
  matches: ({ tag, signature }) => tag === 'blockquote' && EMBED.test(signature),
};
