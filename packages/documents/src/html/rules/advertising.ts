import { type ElementRule, endsIn, names } from './element-rule.ts';

const ADS = endsIn(
  'ads?|adverts?|advertisements?|advertising|advertorial|ad-?(?:slot|unit|wrapper|container|box|block|break|label|zone|text|banner|placeholder|card|space)|advert-?(?:wrapper|container|slot)|banner-?ads?|promotion|promoted|sponsor|sponsored|sponsors|sponsorship|affiliate|affiliate-?(?:disclaimer|disclosure|message|note)|donate|donation|donations|consent|marketing|product-?(?:card|box|offers?|widget|summary)|price-?(?:box|comparison)|buy-?(?:box|now|button|links?)|shop-?(?:now|link)|offers?|merchant|cta',
);

const ADS_NAME = names(
  'adsbygoogle|google-?ads?|dfp|gpt-ad|div-gpt|cookie|cookies|gdpr|onetrust|subscribe|subscription|paywall-?(?:message|prompt|banner|cta)|ad-?slot|adunit|ad-disclaimer|promo-?(?:box|link|unit|block|wrap|wrapper|banner)|sponsored-?(?:content|links?|post)|outbrain',
);

/** Advertisements, offers, appeals for money and consent banners. */
export const advertising: ElementRule = {
  name: 'advertising',
  matches: ({ signature, holdsArticle }) =>
    signature !== '' && !holdsArticle && (ADS.test(signature) || ADS_NAME.test(signature)),
};

const NEWS = names(
  'newsletters?|news-letter|sign-?up|signup|email-?(?:signup|form|subscribe|capture)|mailing-?list|mailchimp|mc4wp|mc-embed-signup|optin|opt-in|inline-?signup',
);

/** Invitations to sign up. */
export const newsletter: ElementRule = {
  name: 'newsletter',
  matches: ({ signature, holdsArticle }) => signature !== '' && !holdsArticle && NEWS.test(signature),
};
