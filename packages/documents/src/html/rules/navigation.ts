import { type ElementRule, endsIn } from './element-rule.ts';

const NAV_TAGS = new Set(['nav', 'footer', 'dialog', 'menu']);

const NAV_ROLE =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|complementary|alert)$/;

const NAV = endsIn(
  'nav|navbar|navigation|navi|sub-?menu|menu|menus|breadcrumbs?|bread-crumbs?|crumbs|footer|masthead|skip-?(?:links?|to-content)|pagination|pager|paging|toolbar|site-header|global-header',
);

/** Menus, breadcrumbs, page heads and feet. */
export const navigation: ElementRule = {
  name: 'navigation',
  matches({ tag, element, signature }) {
    if (NAV_TAGS.has(tag) || NAV_ROLE.test(element.getAttribute('role') ?? '')) return true;
    return NAV.test(signature);
  },
};

const SIDE = endsIn('sidebar|side-?bar|rail|right-?rail|left-?rail|side-?column|right-?col(?:umn)?');

/** Side columns and what the page itself calls an aside. */
export const aside: ElementRule = {
  name: 'aside',
  matches: ({ tag, signature }) => tag === 'aside' || SIDE.test(signature),
};
