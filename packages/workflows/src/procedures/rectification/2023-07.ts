import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import type { RowValue } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding, StepOptions } from '../../vocabulary/proceeding.ts';
import { rectificationSteps } from './rectification-steps.ts';

type P = Proceeding<typeof rectificationSteps>;

const once = text('延期以一次为限', 'Once only');
const asked = text('已要求补充说明一次', 'More was asked for once already');
const moreMaterial = { key: 'material', kind: 'excluded', title: text('补充说明', 'Further explanation') } as const;
const onSite = { key: 'recheck', kind: 'excluded', title: text('现场复查', 'Re-check on the spot') } as const;

/** 整改: opened by the case whose inspection found defects; ends rectified, or fails after two rounds. */
export const rectification = procedure({
  id: 'rectification',
  edition: '2023-07',
  title: text('整改', 'Rectification'),
  series: '改',
  basis: [cite('INSP', '')],
  steps: rectificationSteps,
  endings: {
    rectified: text('整改合格', 'Rectified'),
    fails: text('不符合要求', 'Fails'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: ['insp.rectify.extend', 'insp.eval.pending', 'device.qms.rectify'],
  flow: async (p) => {
    const first = await rectify(p, 'first');
    if (first === null) return p.close('fails');
    const accepted = (await review(p, first.receivedOn)) ? first : await tryAgain(p);
    if (accepted === null) return p.close('fails');
    // A later report says anew what is unfinished.
    const { planned } = p.amended('2026-11 plan of the report that was accepted') ? accepted : first;
    return p.close((await completePlan(p, planned)) ? 'rectified' : 'fails');
  },
});

interface Handed {
  readonly receivedOn: CivilDate;
  readonly planned: readonly RowValue[];
}

/**
 * One round; null when nothing was handed in. The limit runs from the end of the inspection, and may be lengthened once; defects
 * that were issued again after the audit lengthen it by themselves.
 */
async function rectify(p: P, round: 'first' | 'second'): Promise<Handed | null> {
  const request = p.offer('requestMoreRectification', async () => {
    request.block(once);
    const decision = await p.step('grantMoreRectification');
    if (decision.outcome === 'grant') p.extend('rectify', 'insp.rectify.extend');
  });
  const endedOn = p.opening.childOf?.matter['endedOn'];
  const since = typeof endedOn === 'string' && isCivilDate(endedOn) ? endedOn : p.today;
  const byDevice = p.opening.item.course?.conclusions === 'DEVICE_QMS';
  const report =
    round === 'second'
      ? await p.step('rectify', { limit: 'insp.rectify.again' })
      : await p.step('rectify', { since, ...(byDevice ? { limit: 'device.qms.rectify' } : {}), ...reissued(p) });
  request.end();
  return report.outcome === 'submit' ? { receivedOn: report.receivedOn, planned: report.flow.planned ?? [] } : null;
}

/** Defects that were issued again (10.J) give ten working days more, as recalled. */
const reissued = (p: P): StepOptions =>
  p.opening.childOf?.matter['reissued'] === true && p.amended('2026-11 more time for defects issued again')
    ? { extendedBy: 'insp.rectify.extend' }
    : {};

/** Twenty working days from the report; further explanation and the re-check on the spot are not counted (药品检查管理办法). */
async function review(p: P, receivedOn: CivilDate): Promise<boolean> {
  p.clock.start('evaluation', 'insp.eval.pending', receivedOn);
  const passed = await weigh(p);
  p.clock.stop('evaluation');
  return passed;
}

async function weigh(p: P): Promise<boolean> {
  for (let wasAsked = false; ;) {
    const finding = await p.step('reviewRectification', { without: wasAsked ? { askMaterial: asked } : {} });
    switch (finding.outcome) {
      case 'accept':
        return true;
      case 'reject':
        return false;
      case 'askMaterial':
        wasAsked = true;
        await p.clock.pause('evaluation', moreMaterial, () => p.step('addMaterial'));
        continue;
      case 'checkOnSite': {
        const check = await p.clock.pause('evaluation', onSite, () => p.step('recheckOnSite'));
        return check.outcome === 'passed';
      }
    }
  }
}

/** Two failed rounds are the end of it. [design] */
async function tryAgain(p: P): Promise<Handed | null> {
  const second = await rectify(p, 'second');
  return second !== null && (await review(p, second.receivedOn)) ? second : null;
}

/** What was planned for later has a day of its own each, side by side; one that is not kept fails the whole. */
async function completePlan(p: P, plan: readonly RowValue[]): Promise<boolean> {
  const kept = await p.inParallel(
    Object.fromEntries(plan.map((row, at) => [`planned-${at}`, () => complete(p, row)] as const)),
  );
  return Object.values(kept).every(Boolean);
}

async function complete(p: P, { until = '', number = '' }: RowValue): Promise<boolean> {
  const day = isCivilDate(until) && until > p.today ? until : p.today;
  const about = { key: number, title: text(`缺陷 ${number}`, `Defect ${number}`) };
  const report = await p.step('completePlanned', { until: day, about });
  if (report.outcome === 'lapsed') return false;
  return (await p.step('checkPlanned', { since: report.receivedOn, about })).outcome === 'passed';
}
