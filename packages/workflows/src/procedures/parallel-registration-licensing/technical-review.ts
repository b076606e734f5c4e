import type { CivilDate } from '@lianban/domain/civil-date';
import { text, type Text } from '@lianban/domain/text';
import type { PauseReason } from '../../vocabulary/proceeding.ts';
import { stillWhile, type Stillness } from '../building-blocks/stillness.ts';
import type { Rights } from './falsity.ts';
import { offerReviewExtension } from './review-extension.ts';
import { isReviewMoot, type Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';

type P = ParallelProceeding;

const excluded = (key: string, zh: string, en: string): PauseReason => ({
  ...{ key, kind: 'excluded' },
  title: text(zh, en),
});
const supplement = excluded('reviewSupplement', '发补', 'Supplement');
const experts = excluded('experts', '专家评审', 'Meeting of experts');
const objection = excluded('objection', '异议处理', 'Objection');
const suspended = { key: 'falsity', kind: 'suspended', title: text('涉嫌虚假，中止', 'Falsity suspected') } as const;
const once = text('发补以一次为限', 'Once only');
const convened = text('已召开专家评审会', 'Experts have met already');

/** The days of the visit and of its rectification are not counted (总局令47第98条). */
const verificationNotCounted = (s: Standing): Stillness => ({
  reason: excluded('verification', '体系核查', 'Verification'),
  holds: () => s.verification === 'underWay',
});
const falsityNotCounted = (s: Standing): Stillness => ({ reason: suspended, holds: () => s.falsity === 'suspected' });

/** The same for the clock of the decision, which is suspended only where it is that of a review sent back. */
export const notCountedInDecision = (s: Standing): readonly Stillness[] => [
  verificationNotCounted(s),
  { reason: suspended, holds: () => s.falsity === 'suspected' && s.review === 'returned' },
];

/** B1: the review until it has an opinion or is told to stop, and again as often as it is sent back. */
export async function reviewTechnically(
  p: P,
  s: Standing,
  { rights, handedOverOn }: { readonly rights: Rights; readonly handedOverOn: CivilDate },
): Promise<void> {
  p.clock.start('review', 'device.reg.review.two', handedOverOn);
  const opinion = await p.until(
    'review',
    () => isReviewMoot(s),
    () => new Review(p, s, rights).first(),
  );
  p.clock.stop('review');
  if (opinion === null) return;
  for (s.review = opinion; ;) {
    await p.when('reviewAgain', () => s.review === 'returned');
    const again = await p.until(
      'reviewAgain',
      () => isReviewMoot(s),
      () => new Review(p, s, rights).again(),
    );
    if (again === null) return;
    s.review = again;
  }
}

type Opinion = 'passed' | 'negative';

class Review {
  readonly #p: P;
  readonly #s: Standing;
  readonly #rights: Rights;
  #supplemented = false;
  #convened = false;

  constructor(p: P, s: Standing, rights: Rights) {
    this.#p = p;
    this.#s = s;
    this.#rights = rights;
  }

  /** On the clock `review`; it may be lengthened. */
  async first(): Promise<Opinion> {
    const extension = offerReviewExtension(this.#p);
    const opinion = await this.#examine();
    extension.end();
    return opinion;
  }

  /** Sent back before the decision, whose clock goes on. */
  async again(): Promise<Opinion> {
    for (;;) {
      const finding = await this.#unlessSuspected('reviewAgain', () => this.#p.step('reviewAgain'));
      if (finding?.outcome === 'pass') return 'passed';
      if (finding?.outcome === 'suspend') this.#rights.suspect();
      if (finding?.outcome === 'reject' && (await this.#stands('decision'))) return 'negative';
    }
  }

  /** The supplement is asked for once; with it the clock begins anew (总局令47第54、92条). */
  async #examine(): Promise<Opinion> {
    const p = this.#p;
    const not = [verificationNotCounted(this.#s), falsityNotCounted(this.#s)];
    for (;;) {
      const found = await stillWhile(p, { step: 'review', clock: 'review', when: not }, () => this.#round());
      if (found !== 'requestMore') return found;
      this.#supplemented = true;
      const supplied = await p.clock.pause('review', supplement, () => p.step('supplementReview'));
      if (supplied.outcome === 'lapsed') return 'negative';
      p.clock.stop('review');
      p.clock.start('review', 'device.reg.review.after', supplied.receivedOn);
    }
  }

  async #round(): Promise<Opinion | 'requestMore'> {
    for (;;) {
      const finding = await this.#unlessSuspected('review', () => this.#p.step('review', { without: this.#barred() }));
      switch (finding?.outcome) {
        case undefined:
          continue;
        case 'pass':
          return 'passed';
        case 'requestMore':
          return 'requestMore';
        case 'suspend':
          this.#rights.suspect();
          continue;
        case 'convene':
          await this.#meetExperts();
          continue;
        case 'reject':
          if (await this.#stands('review')) return 'negative';
      }
    }
  }

  #barred(): Readonly<Record<string, Text>> {
    return { ...(this.#supplemented ? { requestMore: once } : {}), ...(this.#convened ? { convene: convened } : {}) };
  }

  /** 中止: nobody reviews while falsity is looked into; null when it came to that. */
  async #unlessSuspected<A>(step: 'review' | 'reviewAgain', work: () => Promise<A>): Promise<A | null> {
    await this.#p.when(step, () => this.#s.falsity !== 'suspected');
    return this.#p.until(step, () => this.#s.falsity === 'suspected', work);
  }

  #meetExperts(): Promise<unknown> {
    this.#convened = true;
    return this.#p.clock.pause('review', experts, () => {
      this.#p.issue('excludedTimeNotice');
      return this.#p.step('meetExperts');
    });
  }

  /** Whether a negative opinion stands, once the applicant could object to it (总局令47第57条). */
  #stands(clock: 'review' | 'decision'): Promise<boolean> {
    const p = this.#p;
    return p.clock.pause(clock, objection, async () => {
      const objected = await p.step('object');
      if (objected.outcome !== 'object') return true;
      return (await p.step('weighObjection', { since: objected.receivedOn })).outcome === 'uphold';
    });
  }
}
