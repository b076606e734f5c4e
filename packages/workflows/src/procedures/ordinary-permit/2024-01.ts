import { barRules, barsAfterFalseApplication } from '@lianban/domain/application-bar';
import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';
import type { Ruling } from '../../vocabulary/opening.ts';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { deliverOrAnnounce, serveOrAnnounceRefusal, serviceSteps } from '../building-blocks/announcement.ts';
import { decide, type Decision } from '../building-blocks/decision-chain.ts';
import { decisionSteps } from '../building-blocks/decision-steps.ts';
import { acceptOrDefer, cureAll, type Acceptance } from '../building-blocks/deferral.ts';
import { deferralSteps } from '../building-blocks/deferral-steps.ts';
import { extensionSteps, offerExtension } from '../building-blocks/extension.ts';
import { falsitySteps, offerSuspicion } from '../building-blocks/falsity.ts';
import { redraftSteps, redraftWith } from '../building-blocks/redraft.ts';
import { falsitySuspected, offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { ordinaryPermitInFull } from './2023-07.ts';
import { assign, examine } from './examination.ts';
import { examinationSteps } from './examination-steps.ts';

const steps = {
  ...withdrawalSteps,
  ...deferralSteps,
  ...extensionSteps,
  ...falsitySteps,
  ...examinationSteps,
  ...decisionSteps,
  ...redraftSteps,
  ...serviceSteps,
};
type P = Proceeding<typeof steps>;

/** 一般许可 with 容缺受理, announced service, and what a ruling on a remedy has done again (ADR 0038). */
export const ordinaryPermitWithDeferral = procedure({
  id: 'ordinary-permit',
  edition: '2024-01',
  title: text('一般许可', 'Ordinary permit'),
  series: '许',
  basis: [cite('LIC', '32'), cite('LIC', '42'), cite('INSP', '33'), cite('REV', '64')],
  steps,
  endings: {
    ...ordinaryPermitInFull.endings,
    cureLapsed: text('终止（容缺逾期）', 'Terminated: what was missing did not come'),
  },
  clockRules: [...ordinaryPermitInFull.clockRules, 'rongque.leave', ...barRules],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const { convertedFrom, licenceEndsOn } = p.opening;
    if (convertedFrom?.falsitySuspected === true) withdrawal.block(falsitySuspected);
    const ruling = convertedFrom?.ruling;
    if (ruling?.from === 'service') {
      withdrawal.end();
      return grant(p, { on: ruling.on, ending: 'licensed' });
    }
    const acceptance = await begin(p);
    const { decision, isFalse } =
      licenceEndsOn === undefined
        ? await handle(p, { withdrawal, acceptance, ruling })
        : await beforeExpiry(p, { until: licenceEndsOn }, () => handle(p, { withdrawal, acceptance, ruling }));
    p.clock.stop('decision');
    withdrawal.end();
    if (decision.outcome === 'refused') return refuse(p, decision.on, isFalse);
    return grant(p, { on: decision.on, ending: decision.outcome === 'granted' ? 'licensed' : 'deemedRenewed' });
  },
});

/** From the application, or from where another case left off, to the acceptance; starts the clock of the decision. */
async function begin(p: P): Promise<Acceptance> {
  const { carried, convertedFrom } = p.opening;
  const ruling = convertedFrom?.ruling;
  const taken = carried ?? convertedFrom?.acceptedOn;
  if (taken === undefined || taken === null) {
    const acceptance = await acceptOrDefer(p);
    p.clock.start('decision', 'permit.decide', ordered(ruling, acceptance.on));
    return acceptance;
  }
  const on = typeof taken === 'object' ? taken.acceptedOn : taken;
  p.clock.start('decision', 'permit.decide', typeof taken === 'object' ? taken : ordered(ruling, on));
  return { on, deferred: null };
}

/** A ruling may set the day itself; otherwise the whole limit runs (复议法64). */
const ordered = (ruling: Ruling | undefined, from: CivilDate) =>
  ruling === undefined ? from : { from, until: ruling.until };

interface Handling {
  readonly withdrawal: ReturnType<typeof offerWithdrawal>;
  readonly acceptance: Acceptance;
  readonly ruling: Ruling | undefined;
}

interface Handled {
  readonly decision: Decision | { readonly outcome: 'lapsed'; readonly on: CivilDate };
  /** The application was found to be false. */
  readonly isFalse: boolean;
}

/** Renewals that are not decided by the last day of the licence are deemed granted (许可法50). */
async function beforeExpiry(p: P, limit: { until: CivilDate }, work: () => Promise<Handled>): Promise<Handled> {
  const ended = await p.within('decideBeforeExpiry', limit, work);
  return 'decision' in ended ? ended : { decision: ended, isFalse: false };
}

/** Steps 2–8, from the assignment to the sealed decision. */
async function handle(p: P, { withdrawal, acceptance, ruling }: Handling): Promise<Handled> {
  const extension = offerExtension(p);
  const suspicion = offerSuspicion(p, withdrawal);
  const objection = ruling?.from === 'decision' ? null : await examineAndCure(p, acceptance);
  const barred = async (): Promise<Text | null> => (await suspicion.settle()) ?? objection;
  const { isRaised: isShaken } = suspicion;
  const redrafting = ruling === undefined ? {} : { drafting: redraftWith(p, ruling.barred) };
  const decision = await decide(p, barred, { isShaken, ...redrafting });
  suspicion.end();
  extension?.end();
  return { decision, isFalse: suspicion.isConfirmed() };
}

/** 审查 ‖ 补件: nothing is drafted before both are done. */
async function examineAndCure(p: P, acceptance: Acceptance): Promise<Text | null> {
  if (acceptance.deferred === null) return examined(p);
  const { examination } = await p.inParallel({
    examination: () => examined(p),
    deferred: () => cureAll(p, acceptance),
  });
  return examination;
}

async function examined(p: P): Promise<Text | null> {
  await assign(p);
  return examine(p);
}

/** Serves the licence and enters it; a change enters none of its own. */
async function grant(p: P, { on, ending }: { on: CivilDate; ending: 'licensed' | 'deemedRenewed' }): Promise<never> {
  await deliverOrAnnounce(p, on);
  if (p.opening.item.kind !== 'change') p.licence('grant');
  return p.close(ending);
}

/** A refusal is served like a licence; one for a false application bars another for as long as the rule of its field says. */
async function refuse(p: P, on: CivilDate, isFalse: boolean): Promise<never> {
  if (isFalse) p.recordBreach('falseApplication', barsAfterFalseApplication[p.opening.item.field].rule);
  await serveOrAnnounceRefusal(p, on);
  return p.close('refused');
}
