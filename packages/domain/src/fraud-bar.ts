import type { Item } from './item.ts';
import { cite, type Citation } from './law.ts';

/** How long the law accepts no application from whoever obtained a licence by deceit, and where it says so. */
export interface FraudBar {
  readonly years: number;
  readonly source: Citation;
}

/** The bar by product field. */
export const fraudBars = {
  drug: { years: 10, source: cite('DAL', '123') },
  device: { years: 10, source: cite('MDR', '83') },
  cosmetics: { years: 5, source: cite('COSR', '64') },
  other: { years: 3, source: cite('LIC', '79') },
} as const satisfies Record<Item['field'], FraudBar>;
