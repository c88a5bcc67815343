/** BCP 47, primary subtag of two or three letters. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/** A language tag in its usual spelling, `en_us` as `en-US`; null for what is none, such as `de-de-1996x9y`. */
export function languageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (!LANGUAGE_TAG.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
