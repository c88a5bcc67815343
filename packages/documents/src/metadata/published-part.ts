const PUBLISHED =
  /\b(?:(?:first|originally) )?(?:published|posted|issued|released|publicad[oa]|publi[ée]e?|veröffentlicht|pubblicato)(?=[\s:：]|$)|опубликовано|公開日?|発行日|配信日|发布(?:时间|日期)?|發布(?:時間|日期)?|发表于|게시/iu;
const UPDATED =
  /[(\s,;|·•–—-]*(?:\blast )?(?:\b(?:updated?|modified|edited|revised|aktualisiert|geändert|actualizad[oa]|atualizad[oa]|aggiornato)\b|mis à jour|обновлено|更新|수정)/iu;

/**
 * The part of a line that says when an article was published, not when it was changed: of "Updated 6 May 2024, published
 * 3 May 2024" the second half. Null for a line about a change alone.
 */
export function publishedPart(line: string): string | null {
  const published = PUBLISHED.exec(line);
  const part = published === null ? line : line.slice(published.index);
  const updated = UPDATED.exec(part);
  if (updated === null) return part;
  return updated.index === 0 ? null : part.slice(0, updated.index);
}

/** The line without the words that say that a date is the one of publication or of a change. */
export function withoutDateLabels(line: string): string {
  return line
    .replace(new RegExp(PUBLISHED.source, 'giu'), ' ')
    .replace(new RegExp(UPDATED.source, 'giu'), ' ');
}

/** Whether a line says of itself that it tells when the article was published. */
export function saysPublished(line: string): boolean {
  return PUBLISHED.test(line);
}
