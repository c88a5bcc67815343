import { openLetterSpacing } from './letter-spacing.ts';
import type { PdfDocument, PdfPage } from './pdf-document.ts';
import type { TextItem } from './text-line.ts';

/** A page's runs of characters, each in the frame of the direction in which it is written. */
export interface PageText {
  /** In the direction of most of the page's characters. */
  readonly main: readonly TextItem[];
  /** Written in another direction, up a margin or across the page; one list a direction. */
  readonly turned: readonly (readonly TextItem[])[];
}

interface PlacedText {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
}

/** The text of every page, as the file places it. */
export async function readPageTexts(document: PdfDocument): Promise<PageText[]> {
  const pages: PageText[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number)));
  }
  return pages;
}

async function readPage(page: PdfPage): Promise<PageText> {
  const { items } = await page.getTextContent();
  const placed = await openLetterSpacing(page, items as PlacedText[]);
  const directions = new Map<number, TextItem[]>();
  for (const item of placed) {
    if (item.str === undefined || item.str === '') continue;
    const angle = angleOf(item.transform);
    const alike = directions.get(angle) ?? [];
    alike.push(inFrame(item, angle));
    directions.set(angle, alike);
  }
  const [main = [], ...turned] = [...directions.values()].sort((a, b) => characters(b) - characters(a));
  return { main, turned };
}

/** Degrees, counter-clockwise, to the nearest right angle where that is within a few degrees. */
function angleOf([a = 1, b = 0]: readonly number[]): number {
  const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const right = Math.round(degrees / 90) * 90;
  return ((Math.abs(degrees - right) <= 5 ? right : degrees) + 360) % 360;
}

/** The run as it stands when the page is turned so that it reads from left to right. */
function inFrame({ str, transform, width }: PlacedText, angle: number): TextItem {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return { str, x: x * cos + y * sin, y: y * cos - x * sin, width, fontSize: Math.hypot(c, d) };
}

function characters(items: readonly TextItem[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0);
}
