import { barsAfterFalseApplication } from '@lianban/domain/application-bar';
import { text } from '@lianban/domain/text';
import type { Offer } from '../../vocabulary/proceeding.ts';
import { falsitySuspected, offerWithdrawal } from '../building-blocks/withdrawal.ts';
import type { Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';

const raised = text('已报告，正在核实', 'Reported, and being looked into');
const found = text('已查实虚假', 'Found to be true');

/** The rights that stand open beside the branches, and what a suspicion does to them. */
export interface Rights {
  /** Of the registration, and with it of everything. */
  readonly withdrawal: Offer;
  readonly licenceWithdrawal: Offer;
  readonly report: Offer;
  /** Falsity is suspected: until it is looked into nothing is withdrawn or decided (总局令47第55、56条). */
  readonly suspect: () => void;
}

/** Opens the rights at the application. */
export function offerRights(p: ParallelProceeding, s: Standing): Rights {
  const withdrawal = offerWithdrawal(p);
  const licenceWithdrawal = p.offer('withdrawLicence', async () => {
    s.licence = 'withdrawn';
    licenceWithdrawal.end();
  });
  const suspect = (): void => {
    s.falsity = 'suspected';
    report.block(raised);
    for (const right of [withdrawal, licenceWithdrawal]) right.block(falsitySuspected);
  };
  const report: Offer = p.offer('reportFalsity', async () => suspect());
  return { withdrawal, licenceWithdrawal, report, suspect };
}

/** Has every suspicion looked into, whoever raised it. One that is confirmed stays so. */
export async function lookIntoFalsity(p: ParallelProceeding, s: Standing, rights: Rights): Promise<void> {
  do {
    await p.when('investigateFalsity', () => s.falsity === 'suspected');
    const finding = await p.step('investigateFalsity');
    s.falsity = finding.outcome === 'confirmed' ? 'confirmed' : 'none';
    if (s.falsity === 'confirmed') rights.report.block(found);
    else for (const right of [rights.withdrawal, rights.licenceWithdrawal, rights.report]) right.unblock();
  } while (s.falsity === 'none');
}

/** Enters into the credit file that what was refused had been applied for with false material, for as long as the rule says. */
export function enterFalsity(p: ParallelProceeding, { falsity }: Standing): void {
  if (falsity !== 'confirmed') return;
  p.recordBreach('falseApplication', barsAfterFalseApplication[p.opening.item.field].rule);
}
