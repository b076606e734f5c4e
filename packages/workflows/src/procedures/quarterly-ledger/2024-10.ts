import type { CivilDate } from '@lianban/domain/civil-date';
import type { RowValue } from '@lianban/domain/field';
import type { LedgerQuarter, NoticeKey } from '@lianban/domain/liaison';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { closedLoop } from '../liaison-request/fields.ts';
import { quarterlySteps } from './quarterly-steps.ts';

type P = Proceeding<typeof quarterlySteps>;

/** What such a case was opened for. A case of any other kind has none, and is not opened under this procedure. */
function quarterOf({ opening: { quarter } }: Pick<P, 'opening'>): LedgerQuarter {
  if (quarter === undefined) throw new RangeError('a quarterly ledger without its quarter');
  return quarter;
}

/** 季度台账: handed in by every region by the 20th of the last month, put together by the section, read by the leaders. */
export const quarterlyLedger = procedure({
  id: 'quarterly-ledger',
  edition: '2024-10',
  title: text('区县联络季度台账报送', 'Quarterly ledger of liaison requests'),
  series: '季台',
  basis: [closedLoop],
  steps: quarterlySteps,
  endings: { read: text('局长已阅批', 'Read by the director-general') },
  clockRules: [],
  flow: async (p) => {
    const { units } = quarterOf(p);
    await p.within('collect', {}, () =>
      p.inParallel(Object.fromEntries(units.map((unit, nth) => [`region${nth}`, () => handIn(p, unit)] as const))),
    );
    for (;;) {
      await summarise(p);
      const review = await p.step('reviewLedger');
      if (review.outcome === 'agree') break;
    }
    await p.step('readLedger');
    return p.close('read');
  },
});

/** A region hands in; who is late is named, and hands in all the same. */
async function handIn(p: P, unit: string): Promise<void> {
  const at = { unit, role: 'RLO' } as const;
  // Opened later than on the first of the month, it is due on the same day all the same.
  const inTime = await p.step('compile', { at, since: p.opening.receivedOn });
  if (inTime.outcome === 'lapsed') {
    p.notify('ledgerLate', at);
    p.notify('ledgerLate', { unit, role: 'SEC' });
    await p.step('compileLate', { at });
  }
  for (;;) {
    const audit = await p.step('auditLedger', { at: { unit, role: 'SEC' } });
    if (audit.outcome === 'agree') return;
    await p.step('compileLate', { at });
  }
}

/** The section puts them together; what is out of the ordinary is met about first. */
async function summarise(p: P): Promise<void> {
  for (;;) {
    const summary = await p.step('summarise');
    if (summary.outcome === 'submit') return;
    await meet(p, summary.flow);
  }
}

/** 临时调度会: whoever is called hears of it, and again whenever it is put off. */
async function meet(p: P, { called, meetingOn }: { called: readonly RowValue[]; meetingOn: CivilDate }): Promise<void> {
  for (let [until, notice]: [CivilDate, NoticeKey] = [meetingOn, 'meetingCalled']; ;) {
    tellUnits(p, notice, called);
    const meeting = await p.step('holdMeeting', { until });
    if (meeting.outcome === 'held') return;
    [until, notice] = [meeting.flow.meetingOn, 'meetingPostponed'];
  }
}

/** Each unit is told once: its officer for liaison with regions, and its head. */
function tellUnits(p: P, notice: NoticeKey, rows: readonly RowValue[]): void {
  for (const unit of new Set(rows.map((row) => row['unit'] ?? '')))
    for (const role of ['RLO', 'SEC'] as const) p.notify(notice, { unit, role });
}
