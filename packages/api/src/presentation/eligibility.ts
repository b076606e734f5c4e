import type { Eligibility } from '@lianban/db/eligibility';
import { barsAfterFalseApplication } from '@lianban/domain/application-bar';
import { termOfBar } from '@lianban/domain/bar-terms';
import type { CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { eligibilityView as schema } from '../views/application.ts';
import { dateWords } from './words.ts';

/** Whether and how an enterprise may apply now. */
export type EligibilityView = z.infer<typeof schema>;

/** By commitment or by the ordinary procedure. */
export type Route = EligibilityView['routes'][number];

/** The routes that are open: none while something stands in the way, the ordinary one alone where commitment is closed. */
export function routesOf(item: Item, { gate, obstacle }: Eligibility): Route[] {
  if (obstacle !== null || (item.closedBy !== undefined && gate === 'barred')) return [];
  return item.byCommitment && gate !== 'barred' ? ['commitment', 'ordinary'] : ['ordinary'];
}

/** The judgement of catalogue, window and credit file with its reasons in plain sentences. */
export const eligibilityView = (item: Item, eligibility: Eligibility): EligibilityView => ({
  gate: eligibility.gate,
  routes: routesOf(item, eligibility),
  reasons: reasonsOf(item, eligibility),
  window: eligibility.window,
});

function reasonsOf(item: Item, eligibility: Eligibility): Text[] {
  if (eligibility.obstacle === 'barred') return [barredWords(item, eligibility.barredUntil ?? null)];
  if (eligibility.obstacle !== null) return [obstacleWords(item, eligibility)];
  if (item.closedBy !== undefined && eligibility.gate === 'barred') return [closedToParallel];
  if (item.procedure !== undefined) return [ownProcedure];
  if (!item.byCommitment) return [ordinaryOnly];
  switch (eligibility.gate) {
    case 'clear':
      return [];
    case 'unclear':
      return [windowJudges];
    case 'barred':
      return [commitmentClosed];
  }
}

const ordinaryOnly = text(
  '本事项未列入告知承诺目录，按一般程序办理。',
  'This item is not in the catalogue of commitments; it takes the ordinary procedure.',
);

const ownProcedure = text(
  '本事项按其专门程序办理，由受理窗口确认是否适用。',
  'This item takes a procedure of its own; the window confirms that it applies.',
);

const closedToParallel = text(
  '企业有并联审批逾期未整改的记录，不再支持并联审批；记录修复前，请就注册和许可分别申请。',
  'A rectification in a parallel approval was not made in time: another one is not supported. Until that is repaired, please apply for registration and licence separately.',
);

const windowJudges = text(
  '信用记录中有需要人工判断的情况：可以按告知承诺提交，由受理员确认是否适用；不适用或者逾期未确认的，转一般程序继续办理。',
  'The credit file holds an entry that a person must judge: you may apply by commitment, and the window officer decides whether it applies. If not, or without an answer in time, the case goes on under the ordinary procedure.',
);

const commitmentClosed = text(
  '信用记录显示有未修复的失信或者虚假承诺，或者有许可正在办理撤销，暂不适用告知承诺；信用修复或者撤销办结前，请按一般程序申请。',
  'The credit file shows a breach or a false commitment that has not been repaired, or a licence is about to be revoked: commitment is closed to you for now. Until that is settled, please use the ordinary procedure.',
);

const fields: Readonly<Record<Item['field'], Text>> = {
  drug: text('药品', 'drugs'),
  device: text('医疗器械', 'devices'),
  cosmetics: text('化妆品', 'cosmetics'),
  other: text('相关', 'this kind'),
};

function barredWords({ field }: Item, until: CivilDate | null): Text {
  const day = until === null ? text('', '') : dateWords(until);
  const bar = barsAfterFalseApplication[field];
  const { basis } = termOfBar(bar, {});
  if (bar.covers === 'permit')
    return text(
      `因隐瞒有关情况或者提供虚假材料申请本许可，至${day.zh}（含当日）不得再次申请（${basis.zh}）。`,
      `An earlier application for this permit was found false: none may be made until ${day.en} inclusive (${basis.en}).`,
    );
  const { zh, en } = fields[field];
  return text(
    `因提供虚假资料申请${zh}许可，至${day.zh}（含当日）不受理${zh}许可申请（${basis.zh}）。`,
    `An earlier application was found false: none for permits of ${en} is accepted until ${day.en} inclusive (${basis.en}).`,
  );
}

function obstacleWords({ licence }: Item, { window, obstacle }: Eligibility): Text {
  if (window === null)
    return text(
      `许可登记中没有贵企业有效的${licence.title.zh}，没有可以延续的许可。`,
      `The register holds no valid licence of yours to renew: ${licence.title.en}.`,
    );
  const [opens, closes, expires] = [dateWords(window.opensOn), dateWords(window.closesOn), dateWords(window.expiresOn)];
  const days = text(
    `原许可证${window.oldLicence}有效期至${expires.zh}，申请期为${opens.zh}至${closes.zh}。`,
    `Licence ${window.oldLicence} is valid until ${expires.en}; the application period is ${opens.en} to ${closes.en}.`,
  );
  return obstacle === 'tooEarly'
    ? text(`尚未到申请期，请自${opens.zh}起申请。${days.zh}`, `Too early: please apply from ${opens.en} on. ${days.en}`)
    : text(
        `申请期已过，不再受理延续申请；需要继续从事该活动的，请申请新的许可。${days.zh}`,
        `Too late: a renewal is no longer accepted; to carry on, please apply for a new licence. ${days.en}`,
      );
}
