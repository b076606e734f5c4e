import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { launchSteps } from './launch-steps.ts';

type P = Proceeding<typeof launchSteps>;

const notPassed = text('联合检查或者整改的结论为不符合', 'Inspection or rectification failed');

/** 厂外车间投产: one granted variety from the register to its production at the site. */
export const offSiteLaunch = procedure({
  id: 'off-site-launch',
  edition: '2024-05',
  title: text('厂外车间品种投产', 'Production of a variety at the off-site workshop'),
  series: '异产',
  basis: [cite('CHG', ''), cite('INSP', '34'), cite('INSP', '56')],
  steps: launchSteps,
  endings: {
    launched: text('投产', 'In production'),
    notLaunched: text('未投产，核减场地', 'Not in production: site struck'),
    discontinued: text('随原案终结', 'Ended with the case that opened it'),
  },
  clockRules: ['insp.eval.pending'],
  flow: async (p) => {
    p.offer('abandonSite', async () => cancel(p));
    await p.inParallel({ register: () => register(p), validation: () => validate(p) });
    return inspectAndResume(p);
  },
});

/** Step 5, as the class of the change asks for it (药品上市后变更管理办法). */
async function register(p: P): Promise<void> {
  const { changeClass } = p.opening.childOf?.matter ?? {};
  if (changeClass === 'approval' && (await p.step('reportApproval')).outcome === 'notApproved') return cancel(p);
  if (changeClass === 'filing')
    do await p.step('fileChange');
    while ((await p.step('reviewFiling')).outcome === 'incomplete');
  await p.step('updateRegister');
}

/** Step 6: the plan of the applicant, six months at most; what is late is looked at by an officer and does not lapse by itself. */
async function validate(p: P): Promise<void> {
  const results = await p.step('validate', { since: decidedOn(p) });
  if (results.outcome === 'submit') return;
  if ((await p.step('weighDelay')).outcome === 'cancel') return cancelled(p);
  await p.step('validate', { limit: null });
}

/** Step 7: both sides inspect the first batch; only what passed goes into production. */
async function inspectAndResume(p: P): Promise<never> {
  for (;;) {
    const inspection = await p.child('inspectFirst', { purpose: 'first batch', admitted: true });
    const passed =
      inspection.outcome === 'toRectify'
        ? (await p.child('rectify', inspection.flow)).outcome === 'rectified'
        : inspection.outcome === 'conforms';
    const decision = await p.step('resume', {
      without: passed ? {} : { resume: notPassed },
      ...(inspection.outcome === 'toRectify' ? { limit: 'insp.eval.pending' as const } : {}),
    });
    if (decision.outcome === 'resume') return p.close('launched');
    if (decision.outcome === 'cancel') return cancelled(p);
  }
}

/** The site is struck because the applicant does not make the variety there. */
function cancel(p: P): never {
  p.issue('siteCancellation');
  return cancelled(p);
}

const cancelled = (p: P): never => p.close('notLaunched');

function decidedOn({ opening, today }: P): CivilDate {
  const day = opening.childOf?.matter['decidedOn'];
  return typeof day === 'string' && isCivilDate(day) ? day : today;
}
