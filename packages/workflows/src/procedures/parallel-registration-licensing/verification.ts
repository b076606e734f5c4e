import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import type { FlowValues, RowValue } from '@lianban/domain/field';
import { text, type Text } from '@lianban/domain/text';
import { concerns, isVerificationMoot, type Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';

type P = ParallelProceeding;
type Conclusion = 'conforms' | 'toRectify' | 'fails';

const otherwiseFound = text('与现场检查结论不符', 'Not what the inspection concluded');
const only = {
  conforms: { toRectify: otherwiseFound, failed: otherwiseFound },
  toRectify: { passed: otherwiseFound, failed: otherwiseFound },
  fails: { passed: otherwiseFound, toRectify: otherwiseFound },
} as const satisfies Record<Conclusion, Readonly<Record<string, Text>>>;

/** Gives the notice with which a visit begins, and says of which day it is. */
type Notice = () => Promise<CivilDate>;

/**
 * B2: one visit for registration and licence, as often as it is needed. One that nothing depends on any more is called off: if it
 * has begun it is finished and filed in its own case, without effect here.
 */
export async function verify(p: P, s: Standing, notify: Notice): Promise<void> {
  for (;;) {
    await p.when('inspect', () => s.verification === 'pending' && !isVerificationMoot(s));
    await verifyOnce(p, s, notify);
  }
}

async function verifyOnce(p: P, s: Standing, notify: Notice): Promise<void> {
  const moot = (): boolean => isVerificationMoot(s);
  const noticeOn = await p.until('inspect', moot, notify);
  if (noticeOn === null) return;
  s.verification = 'underWay';
  p.clock.start('verification', 'device.qms.verify', noticeOn);
  const visited = await p.until('reportVerification', moot, () => visit(p));
  p.clock.stop('verification');
  if (visited === null || visited.outcome === 'notApproved') s.verification = 'pending';
  else if (visited.outcome === 'toRectify') await settleDefects(p, s, visited);
  else s.verification = s.inspection = visited.outcome;
}

/** What the two reports say. */
interface Reported {
  readonly outcome: 'passed' | 'toRectify' | 'failed' | 'notApproved';
  readonly affected: readonly RowValue[];
  /** Handed to whoever rectifies. */
  readonly matter: FlowValues;
}

async function visit(p: P): Promise<Reported> {
  const visited = await p.child('inspect', { purpose: 'registration and licence' });
  if (visited.outcome === 'notApproved') return { outcome: 'notApproved', affected: [], matter: {} };
  const report = await p.step('reportVerification', { without: only[visited.outcome] });
  const { endedOn = p.today, defects = [] } = visited.flow;
  const affected = report.outcome === 'toRectify' ? (report.flow.affected ?? []) : [];
  return { outcome: report.outcome, affected, matter: { endedOn: dayOf(endedOn, p.today), defects } };
}

const dayOf = (written: string, otherwise: CivilDate): CivilDate => (isCivilDate(written) ? written : otherwise);

/** B2r: what concerns the licence alone does not hold up the registration. */
async function settleDefects(p: P, s: Standing, { affected, matter }: Reported): Promise<void> {
  const [registration, licence] = [concerns('REG', affected), concerns('LIC', affected)];
  if (!registration) s.verification = 'passed';
  s.inspection = licence ? 'rectifying' : 'passed';
  const moot = (): boolean => isVerificationMoot(s);
  const rectified = await p.until('rectify', moot, () => p.child('rectify', matter));
  if (rectified?.outcome === 'overdue') s.overdue = 'owed';
  if (rectified === null) {
    s.verification = s.inspection = 'pending';
    return;
  }
  const result = rectified.outcome === 'passed' ? 'passed' : 'failed';
  if (registration) s.verification = result;
  if (licence) s.inspection = result;
}

/** 约谈、告诫 or a case, for whoever did not rectify in time (并联审批措施). */
export async function followUpOverdue(p: P, s: Standing): Promise<void> {
  await p.when('followUpOverdue', () => s.overdue === 'owed');
  await p.step('followUpOverdue');
  s.overdue = 'seenTo';
}
