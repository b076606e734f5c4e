import type { CivilDate } from '@lianban/domain/civil-date';
import type { MeetingDistrict } from '@lianban/domain/liaison';
import { did, type Deed } from './life.ts';

/** Something that was done in the case of a period, so many working days after the day on which that opened. */
export interface DeedOfPeriod {
  readonly after: number;
  /** Given the day on which it is done, which some of them are written about. */
  readonly deed: (on: CivilDate) => Deed;
}

/** Who acts for a unit of the bureau, by their user name. */
type HolderIn = (role: 'RLO' | 'SEC', unit: string) => string;

// Days of a period are counted forward from its opening, and the deed does not look at how long ago it was.
const act = (step: string, outcome: string, words: Deed['words']): Deed => did(0, step, outcome, words);

/** Working days from the first of the last month of a quarter: all of it is before the 20th, or within the days after it. */
const LEDGER = { firstHandedIn: 6, regions: 5, summarised: 13, reviewed: 14, read: 15 } as const;

/** The ledger of a quarter: every region hands in and is checked in time, the section puts it together, the leaders read it. */
export function deedsOfQuarter(units: readonly string[], holderIn: HolderIn): readonly DeedOfPeriod[] {
  const regions = units.flatMap((unit, nth) => {
    const after = LEDGER.firstHandedIn + (nth % LEDGER.regions);
    const remarks = '本季度诉求均在时限内办理，无需提请调度的事项。';
    const handIn = { ...act('compile', 'report', { remarks }), duty: `collect/region${nth}/compile` };
    const check = {
      ...act('auditLedger', 'agree', '数据与台账一致，同意报送。'),
      duty: `collect/region${nth}/auditLedger`,
    };
    return [
      { after, deed: () => ({ ...handIn, user: holderIn('RLO', unit) }) },
      { after: after + 1, deed: () => ({ ...check, user: holderIn('SEC', unit) }) },
    ];
  });
  return [
    ...regions.toSorted((one, other) => one.after - other.after),
    { after: LEDGER.summarised, deed: () => act('summarise', 'submit', '各区域台账已收齐，汇总情况见总台账。') },
    { after: LEDGER.reviewed, deed: () => act('reviewLedger', 'agree', '同意，呈局长阅。') },
    {
      after: LEDGER.read,
      deed: () => act('readLedger', 'read', { remarks: '已阅。请科标处跟踪跨部门诉求的办理进度。' }),
    },
  ];
}

/** Working days from New Year: the meetings are spread over the year, and some districts are left until the end of it. */
const YEAR = { firstMet: 8, metWithin: 230, leftToMeet: 3 } as const;

/** Of so many districts that were met, one may be met again; with the others nothing more is planned. */
const ONE_AGAIN_OF = 4;

/** The meetings of a year: one district after the other, as the year goes by, except the last few. */
export function deedsOfYear(districts: readonly MeetingDistrict[], holderIn: HolderIn): readonly DeedOfPeriod[] {
  const met = districts.slice(0, -YEAR.leftToMeet);
  const deeds = met.flatMap(({ code, name, unit }, nth) => {
    const user = holderIn('RLO', unit);
    const after = YEAR.firstMet + Math.floor((nth * YEAR.metWithin) / met.length);
    const meeting = (heldOn: CivilDate): Deed => {
      const words = {
        ...{ heldOn, participants: `${name.zh}分管负责同志，区县市场监管局、我局属地联络单位负责同志` },
        ...{
          agreed: '重点企业诉求由属地联络单位首接，每月互通进展。',
          minutes: '通报本年诉求办理情况，听取辖区产业发展需求。',
        },
      };
      return { ...act('meetLeaders', 'held', words), user, duty: `followYear/district${code}/meetLeaders` };
    };
    if (nth % ONE_AGAIN_OF === 0) return [{ after, deed: meeting }];
    const notAgain = act('meetAgain', 'notPlanned', '议定事项已明确，年内不再安排。');
    const declined = { ...notAgain, user, duty: `followYear/district${code}/meetAgain` };
    return [
      { after, deed: meeting },
      { after: after + 1, deed: () => declined },
    ];
  });
  return deeds.toSorted((one, other) => one.after - other.after);
}
