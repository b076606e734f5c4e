import { itemsOn } from '@lianban/db/items';
import { allRules } from '@lianban/db/rules';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { itemTerms, itemView } from '../../presentation/item.ts';
import { publicRoute } from '../../trpc.ts';
import { itemView as output } from '../../views/application.ts';
import { provinceView } from '../../views/basics.ts';

/** The items that may be applied for today, of one province or of both. */
export const items = publicRoute
  .input(z.object({ province: provinceView.optional() }))
  .output(z.array(output))
  .query(async ({ ctx: { services }, input }) => {
    const { pool } = services.database;
    const on = civilDateOf(instant(Date.now()));
    const [known, rules] = await Promise.all([itemsOn(pool, on, input.province ?? null), allRules(pool)]);
    return known.map((item) => itemView(item, itemTerms(item, { on, rules })));
  });
