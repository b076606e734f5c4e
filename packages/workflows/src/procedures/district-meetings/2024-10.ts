import type { MeetingDistrict, MeetingYear, NoticeKey } from '@lianban/domain/liaison';
import { text, type Text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { closedLoop, leading } from '../liaison-request/fields.ts';
import { meetingSteps } from './meeting-steps.ts';

type P = Proceeding<typeof meetingSteps>;

/** What such a case was opened for. A case of any other kind has none, and is not opened under this procedure. */
function yearOf({ opening: { meetings } }: Pick<P, 'opening'>): MeetingYear {
  if (meetings === undefined) throw new RangeError('meetings of a year without the year');
  return meetings;
}

const allMet = text('各区县均已沟通', 'Every district has been met');

/** 领导沟通: every regional unit meets the leaders of each of its districts once or twice a year; whom nobody met is reported. */
export const districtMeetings = procedure({
  id: 'district-meetings',
  edition: '2024-10',
  title: text('区县领导年度沟通', 'Meetings of the year with district leaders'),
  series: '沟通',
  basis: [closedLoop, leading],
  steps: meetingSteps,
  endings: {
    allHeld: text('各区县均已沟通', 'Every district was met'),
    notAllHeld: text('部分区县全年未沟通', 'Not every district was met'),
  },
  clockRules: [],
  flow: async (p) => {
    const { districts } = yearOf(p);
    const since = p.opening.receivedOn;
    const met = new Set<string>();
    const missing = () => districts.filter(({ code }) => !met.has(code));
    const remind = () => tellUnits(p, 'meetingsAwaited', missing());
    const urging = p.offer('urgeUnits', async () => remind());
    await p.within('followYear', { since }, async () => {
      const reminder = p.alongside('reminder', async () => {
        await p.step('remindUnits', { since });
        remind();
      });
      await p.inParallel(
        Object.fromEntries(
          districts.map((district) => [
            `district${district.code}`,
            () =>
              meet(p, district, () => {
                met.add(district.code);
                if (missing().length === 0) urging.block(allMet);
              }),
          ]),
        ),
      );
      reminder.end();
    });
    urging.end();
    const missed = missing();
    if (missed.length === 0) return p.close('allHeld');
    tellUnits(p, 'meetingsMissed', missed);
    await p.step('reportMissed', { about: { key: 'missed', title: namesOf(missed) } });
    return p.close('notAllHeld');
  },
});

/** Once is owed; a second time is for the unit to judge, until the year is over. */
async function meet(p: P, { code, name, unit }: MeetingDistrict, held: () => void): Promise<void> {
  const place = { at: { unit, role: 'RLO' }, about: { key: code, title: name } } as const;
  await p.step('meetLeaders', { ...place, since: p.opening.receivedOn });
  held();
  await p.step('meetAgain', place);
}

/** Each unit of these districts is told once: its officer, and its head, who answers for it. */
function tellUnits(p: P, notice: NoticeKey, districts: readonly MeetingDistrict[]): void {
  for (const unit of new Set(districts.map((district) => district.unit)))
    for (const role of ['RLO', 'SEC'] as const) p.notify(notice, { unit, role });
}

const namesOf = (districts: readonly MeetingDistrict[]): Text =>
  text(districts.map(({ name }) => name.zh).join('、'), districts.map(({ name }) => name.en).join(', '));
