import type { CivilDate } from '@lianban/domain/civil-date';
import type { RuleKey } from '@lianban/domain/rule';
import { text } from '@lianban/domain/text';
import type { Line, Offer } from '../../vocabulary/proceeding.ts';
import { liaisonOf, requestOf, type RequestProceeding, type Stage } from './stage.ts';

/** What goes on beside the handling of a request, from its entry to its answer. */
export interface Companions {
  /** This unit answers to the requester from now on; what is not going on begins. */
  accept(unit: string): void;
  /** The handling has that limit instead, counted from the entry. */
  limit(rule: RuleKey): void;
  /** The limit of its kind, from the entry on, where none runs: at first, and when policy has changed. */
  begin(rule: RuleKey): void;
  /** It has gone up: from today on it has the limit of a complex matter, however often it goes up. */
  climb(): void;
  /** The requester has been answered: nothing of it goes on. */
  end(): void;
}

const capOnce = text('最长办理期以延长一次为限', 'The cap is lengthened once only');

/** What begins again after an answer or an explanation is counted from the day on which it does. */
function entryOf(p: RequestProceeding): { readonly since: () => CivilDate; readonly leave: () => void } {
  let day: CivilDate | null = p.opening.receivedOn;
  return {
    since: () => (day ??= p.today),
    leave: () => {
      day = null;
    },
  };
}

/** Withdrawal, progress and the cap, with the limit of the handling. */
export function companionsOf(p: RequestProceeding): Companions {
  const { since, leave } = entryOf(p);
  let accepting: string | null = null;
  let [progress, cap]: [Line | null, Line | null] = [null, null];
  let withdrawal: Pick<Offer, 'end'> | null = null;
  let [hasLimit, hasClimbed] = [false, false];
  const toldOn = { day: p.opening.receivedOn };
  const stopLimit = (): void => {
    if (hasLimit) p.clock.stop('handling');
    hasLimit = false;
  };
  const limit = (rule: RuleKey, from?: CivilDate): void => {
    stopLimit();
    p.clock.start('handling', rule, from);
    hasLimit = true;
  };
  return {
    accept: (unit) => {
      if (accepting === null) {
        toldOn.day = since();
        p.clock.start('cap', 'liaison.cap', toldOn.day);
        withdrawal = offerWithdrawal(p);
      }
      if (accepting === unit) return;
      accepting = unit;
      progress?.end();
      progress = reportProgress(p, unit, toldOn);
      // Once it has passed, what it set in motion goes on whoever answers to the requester.
      if (cap !== null && p.ever('watchCap', 'lapsed')) return;
      cap?.end();
      cap = watchCap(p, unit);
    },
    limit: (rule) => limit(rule, since()),
    begin: (rule) => {
      if (!hasLimit) limit(rule, since());
    },
    climb: () => {
      if (!hasClimbed) limit('liaison.complex');
      hasClimbed = true;
    },
    end: () => {
      stopLimit();
      hasClimbed = false;
      p.clock.stop('cap');
      for (const one of [progress, cap, withdrawal]) one?.end();
      [accepting, progress, cap, withdrawal] = [null, null, null, null];
      leave();
    },
  };
}

/** The requester may give it up until the answer; an answer that did not satisfy is not withdrawn. */
function offerWithdrawal(p: RequestProceeding): Pick<Offer, 'end'> {
  if (wasDissatisfied(p)) return { end: () => undefined };
  return p.offer('withdraw', async () => {
    p.close('withdrawn');
  });
}

/** Every fifteen working days as long as it is open. [design] */
const reportProgress = (p: RequestProceeding, unit: string, toldOn: { day: CivilDate }): Line =>
  p.alongside('progress', async () => {
    for (;;) {
      const report = await p.step('reportProgress', { at: liaisonOf(p, unit), since: toldOn.day });
      toldOn.day = report.on;
    }
  });

/** Sixty days, thirty more once, then the director-general is told. [design] */
const watchCap = (p: RequestProceeding, unit: string): Line =>
  p.alongside('cap', async () => {
    for (;;) {
      const without = p.ever('watchCap', 'lengthen') ? { lengthen: capOnce } : {};
      const watch = await p.step('watchCap', { at: liaisonOf(p, unit), without });
      if (watch.outcome === 'lapsed') break;
      const decision = await p.step('approveLongerCap');
      if (decision.outcome === 'grant') p.clock.extend('cap', 'liaison.cap.extend');
    }
    p.notify('requestOverCap', { unit: requestOf(p).regionalUnit, role: 'RLO' });
    await p.step('readCapReport');
  });

/** Whether the requester has been dissatisfied with an answer. */
const wasDissatisfied = (p: RequestProceeding): boolean =>
  p.ever('rate', 'dissatisfied') || p.ever('recordRating', 'dissatisfied');

/** S12 办结: satisfied, silent, or dissatisfied, which is worked on once more. */
export async function rate(p: RequestProceeding, accepting: string): Promise<Stage> {
  const at = liaisonOf(p, accepting);
  const isSecond = wasDissatisfied(p);
  const rating = await p.within('rate', {}, () => p.step('recordRating', { at }));
  if (rating.outcome === 'dissatisfied' && !isSecond) return { at: 'dispatch', accepting };
  await p.step('archive');
  const endings = { satisfied: 'satisfied', dissatisfied: 'dissatisfiedTwice', lapsed: 'byDefault' } as const;
  return p.close(endings[rating.outcome]);
}

/** S11 政策不支持·跟踪: looked at every six months until policy changes or the file is closed. */
export async function followPolicy(p: RequestProceeding, accepting: string): Promise<Stage> {
  for (;;) {
    const review = await p.step('reviewPolicy', { at: liaisonOf(p, accepting) });
    switch (review.outcome) {
      case 'stillUnsupported':
        p.notify('requestReviewed', 'applicant');
        continue;
      case 'changed':
        p.notify('requestReopened', 'applicant');
        return { at: 'accept', unit: accepting };
      case 'conclude':
        await p.step('archive');
        return p.close('unsupported');
    }
  }
}
