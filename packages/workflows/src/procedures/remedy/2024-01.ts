import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Contested, Ruling } from '../../vocabulary/opening.ts';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { takenUpFrom } from '@lianban/domain/contestable';
import { remedySteps } from './remedy-steps.ts';

type P = Proceeding<typeof remedySteps>;

const stopped = text('已停止执行', 'Execution is stopped');
const once = text('复议延期以一次为限', 'Once only');
const notRepeatable = text(
  '原程序无法由系统接续办理，请按裁判另行办理',
  'That procedure cannot be taken up again here: carry the ruling out beside it',
);

/** 行政复议、行政诉讼 against a decided case: the agency answers, waits for the ruling and carries it out (ADR 0038). */
export const remedy = procedure({
  id: 'remedy',
  edition: '2024-01',
  title: text('行政复议与行政诉讼', 'Remedy'),
  series: '复诉',
  basis: [cite('REV', '20'), cite('REV', '42'), cite('REV', '62'), cite('REV', '64'), cite('LIT', '45-47')],
  steps: remedySteps,
  endings: {
    notAdmitted: text('未予受理', 'Not admitted'),
    upheld: text('维持', 'Upheld'),
    changed: text('变更', 'Changed'),
    redone: text('撤销并责令重作', 'Set aside, decided again'),
    unlawful: text('确认违法', 'Found unlawful'),
    ordered: text('责令履行', 'Ordered to perform'),
    ended: text('撤回、终止', 'Withdrawn or ended'),
  },
  clockRules: ['reconsider.decide.simple', 'reconsider.decide.extend', 'lawsuit.decide'],
  flow: async (p) => {
    const contested = contestedBy(p);
    const admission = await p.step('registerRemedy');
    if (admission.outcome === 'notAdmitted') return p.close('notAdmitted');
    const admittedOn = dayOf(p, admission.flow.arrivedOn);
    const execution = offerStop(p);
    const thirdParties = offerThirdParties(p);
    await (contested.kind === 'lawsuit'
      ? p.step('defendSuit', { since: admittedOn })
      : p.step('answerReconsideration', { since: admittedOn }));
    const ruling = await awaitRuling(p, { contested, admittedOn, simplified: admission.flow.simplified === true });
    execution.end();
    thirdParties.end();
    return carryOut(p, contested, ruling);
  },
});

/** @throws nothing in a case that was opened as a remedy; another one would be against nothing. */
function contestedBy(p: P): Contested {
  const { contests, receivedOn } = p.opening;
  const nothing = { caseId: '', procedure: '', ending: '', kind: 'reconsideration', repeatable: false } as const;
  return contests ?? { ...nothing, knownOn: receivedOn, soughtOn: receivedOn, lastOn: receivedOn };
}

/** What arrived has arrived: a day to come counts as today. */
const dayOf = (p: P, on: CivilDate): CivilDate => (on > p.today ? p.today : on);

/** Execution goes on unless one of the exceptions holds, and is stopped and resumed as often as that changes (复议法42). */
function offerStop(p: P) {
  const stop = p.offer('stopExecution', async () => {
    stop.block(stopped);
    const resumption = p.offer('resumeExecution', async () => {
      resumption.end();
      stop.unblock();
    });
  });
  return stop;
}

/**
 * 第三人: whoever has an interest in what was decided is told and heard, as many as there are, each by themselves, until the ruling
 * (复议法16、诉讼法29). A ruling waits for nobody.
 */
const offerThirdParties = (p: P): Offer =>
  p.offer('notifyThirdParty', async () => {
    await p.step('hearThirdParty');
  });

interface Waiting {
  readonly contested: Contested;
  readonly admittedOn: CivilDate;
  readonly simplified: boolean;
}

type Ruled = Awaited<ReturnType<typeof awaitRuling>>;

/** The limit is that of whoever rules; reconsiderations in the ordinary way may be lengthened once (复议法62). */
async function awaitRuling(p: P, { contested, admittedOn: since, simplified }: Waiting) {
  const without = contested.repeatable ? {} : { redo: notRepeatable, perform: notRepeatable };
  if (contested.kind === 'lawsuit') return p.step('awaitRuling', { since, limit: 'lawsuit.decide', without });
  if (simplified) return p.step('awaitRuling', { since, limit: 'reconsider.decide.simple', without });
  const longer = p.offer('noteLongerReview', async () => {
    longer.block(once);
    p.extend('awaitRuling', 'reconsider.decide.extend');
  });
  const ruled = await p.step('awaitRuling', { since, without });
  longer.end();
  return ruled;
}

/** What each ruling has the agency do. A closed ledger does not go on: what is done again is done in a case of its own. */
async function carryOut(p: P, contested: Contested, ruled: Ruled): Promise<never> {
  switch (ruled.outcome) {
    case 'upheld':
    case 'ended':
      return p.close(ruled.outcome);
    case 'unlawful':
      await p.step('remedyUnlawfulness', { since: dayOf(p, ruled.flow.arrivedOn) });
      return p.close('unlawful');
    case 'changed': {
      const on = dayOf(p, ruled.flow.arrivedOn);
      if (ruled.flow.changedTo === 'grant' && contested.repeatable)
        return takeUpAgain(p, 'changed', { from: 'service', on, until: null, barred: '' });
      await p.step('serveChange', { since: on });
      return p.close('changed');
    }
    case 'redo': {
      const { arrivedOn, barred, dueOn } = ruled.flow;
      const from = takenUpFrom(contested.procedure, contested.ending);
      return takeUpAgain(p, 'redone', { from, on: dayOf(p, arrivedOn), until: dueOn ?? null, barred });
    }
    case 'perform': {
      const { arrivedOn, unperformed, dueOn } = ruled.flow;
      return takeUpAgain(p, 'ordered', {
        ...{ from: placeOf(unperformed), on: dayOf(p, arrivedOn), until: dueOn ?? null, barred: '' },
      });
    }
  }
}

/** The choice of the form; anything else than its options does not pass the form. */
const placeOf = (chosen: string): Ruling['from'] =>
  chosen === 'intake' ? 'intake' : chosen === 'examination' ? 'examination' : 'decision';

/** The matter goes on in a case of its own; what was accepted by force of the ruling is accepted as of it. */
function takeUpAgain(p: P, outcome: string, ruling: Ruling): never {
  p.issue('redoNotice');
  const acceptedOn = ruling.from === 'intake' ? null : ruling.on;
  return p.transferTo('ordinary-permit', outcome, { acceptedOn, falsitySuspected: false, ruling });
}
