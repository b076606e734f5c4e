import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** The supervisor's overview. */
export type SuperviseDue = inferOutput<typeof trpc.supervise.due>;
/** A step that comes due soon. */
export type SoonRow = SuperviseDue['soon'][number];
/** An overdue step. */
export type OverdueRow = inferOutput<typeof trpc.supervise.overdue>['rows'][number];

const base = 14;
const perCase = 7;
const most = 46;

/** How much of the sign's colour a cell with `count` cases takes, in percent: 14 + 7 per case, at most 46; none for none. */
export const heatShare = (count: number): number => (count <= 0 ? 0 : Math.min(most, base + perCase * count));

/** Open steps by light. */
export type StepCounts = Omit<SuperviseDue['units'][number], 'unit' | 'unitId'>;

/** The units taken together. */
export const sumOfUnits = (units: readonly StepCounts[]): StepCounts =>
  units.reduce(
    (sum, unit) => ({
      open: sum.open + unit.open,
      green: sum.green + unit.green,
      yellow: sum.yellow + unit.yellow,
      orange: sum.orange + unit.orange,
      red: sum.red + unit.red,
      stopped: sum.stopped + unit.stopped,
    }),
    { open: 0, green: 0, yellow: 0, orange: 0, red: 0, stopped: 0 },
  );
