/** Elements that end by themselves when the next one begins, or have no content. */
const NEVER_OPEN = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** How deep a page's elements are nested, about: tags are counted, not parsed. */
export function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d]{0,20})/gi)) {
    if (NEVER_OPEN.has(name!.toLowerCase())) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
