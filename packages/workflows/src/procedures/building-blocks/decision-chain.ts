import type { CivilDate } from '@lianban/domain/civil-date';
import { text, type Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { decisionSteps } from './decision-steps.ts';
import { enoughReturns, grantDrafted, refusalDrafted } from './draft.ts';
import { hearIfAsked } from './hearing.ts';

type P = Proceeding<typeof decisionSteps>;

/** Why nothing may be granted; null when something may. */
type Bar = () => Promise<Text | null>;

/** Has what is proposed drafted; the bars are those of the buttons of `draft`. */
export type Drafting = (without: Readonly<Record<string, Text>>) => Promise<Drafted>;

/** What a draft may propose. */
export type Drafted = 'proposeGrant' | 'proposeRefusal' | 'proposeDiscussion';

/** Has what was signed made out and sealed, unless it is shaken before; the bars are those of the buttons of `seal`. */
export type Sealing = (
  without: Readonly<Record<string, Text>>,
  isShaken: (() => boolean) | null,
) => Promise<{ readonly outcome: 'grant' | 'refuse'; readonly on: CivilDate } | null>;

/** What is proposed to whoever decides. */
type Proposal = 'grant' | 'refusal';

/** The decision, and the day on which it was sealed. */
export interface Decision {
  readonly outcome: 'granted' | 'refused';
  readonly on: CivilDate;
}

const hearing = { key: 'hearing', kind: 'excluded', title: text('听证', 'Hearing') } as const;
const notYet = text('退回两次后方可提请联合讨论', 'Only after two returns');
const refusalAlready = text('拟办意见已为不予', 'Refusal is proposed already');
const grantAlready = text('拟办意见已为准予', 'Grant is proposed already');

/**
 * 10.B: from the draft to the sealed decision. A leader's 不同意 sends back or changes the proposal and never refuses by itself;
 * after two returns nobody sends back, and the joint discussion fixes what is proposed. Whoever is to be refused has been told and
 * heard before. `grantBarred` says, whenever it is asked, why nothing may be granted, and may have that found out first. Runs on
 * the clock `decision`. What is taken up again after a ruling is drafted in a step of its own; a decision with a paper of its own is
 * sealed in one.
 */
export async function decide(p: P, grantBarred: Bar, means: Means = {}): Promise<Decision> {
  const { drafting = draftWith(p), sealing = sealWith(p), isShaken = null } = means;
  const chain = new Chain(p, grantBarred, drafting);
  let proposal = await chain.propose();
  for (;;) {
    const next = await chain.examine(proposal);
    if (next === 'again') proposal = await chain.propose();
    else if (next === 'discuss') proposal = await chain.discuss();
    else if ('proposed' in next) proposal = next.proposed;
    else {
      const sealed = await sealUnless({ signed: next.signed, grantBarred, sealing, isShaken });
      if (sealed !== 'barred') return sealed;
      proposal = 'refusal';
    }
  }
}

/** How a decision is drafted, and what takes it out of the hands of whoever is about to seal it. */
interface Means {
  readonly drafting?: Drafting;
  readonly sealing?: Sealing;
  /** Something has come up since it was signed: the bar is asked again before anything is sealed. */
  readonly isShaken?: () => boolean;
}

interface Signed {
  readonly signed: Proposal;
  readonly grantBarred: Bar;
  readonly sealing: Sealing;
  readonly isShaken: (() => boolean) | null;
}

/** Seals what was signed, unless it is a grant that may not be made; what comes up before the seal is looked into first. */
async function sealUnless({ signed, grantBarred, sealing, isShaken }: Signed): Promise<Decision | 'barred'> {
  const without = signed === 'grant' ? { refuse: grantDrafted } : { grant: refusalDrafted };
  for (;;) {
    if ((await grantBarred()) !== null && signed === 'grant') return 'barred';
    const sealed = await sealing(without, isShaken);
    if (sealed !== null) return { outcome: sealed.outcome === 'grant' ? 'granted' : 'refused', on: sealed.on };
  }
}

/** 制文用印: the day of the seal is the day of the decision. */
const sealWith =
  (p: P): Sealing =>
  (without, isShaken) => {
    const seal = () => p.step('seal', { without });
    return isShaken === null ? seal() : p.until('seal', isShaken, seal);
  };

const draftWith =
  (p: P): Drafting =>
  async (without) =>
    (await p.step('draft', { without })).outcome;

/** Where an examination of a proposal leads: back, to a discussion, to another proposal, or to the seal. */
type Examined = 'again' | 'discuss' | { readonly proposed: Proposal } | { readonly signed: Proposal };

class Chain {
  readonly #p: P;
  readonly #grantBarred: Bar;
  readonly #drafting: Drafting;
  /** Returns that are left: two over the whole chain. [design] */
  readonly #returns = ['second', 'first'];
  #heard = false;

  constructor(p: P, grantBarred: Bar, drafting: Drafting) {
    this.#p = p;
    this.#grantBarred = grantBarred;
    this.#drafting = drafting;
  }

  /** 拟办 and 审核, until the section agrees with itself. */
  async propose(): Promise<Proposal> {
    for (;;) {
      const draft = await this.#drafting(await this.#unlessBarred('proposeGrant'));
      if (draft === 'proposeDiscussion') return this.discuss();
      const audit = await this.#p.step('audit', { without: this.#rounds() });
      if (audit.outcome === 'callDiscussion') return this.discuss();
      if (audit.outcome === 'sendBack') this.#returns.pop();
      if (audit.outcome === 'agree') return draft === 'proposeGrant' ? 'grant' : 'refusal';
    }
  }

  /** 联合讨论 fixes what is proposed. */
  async discuss(): Promise<Proposal> {
    const conclusion = await this.#p.step('discuss', { without: await this.#unlessBarred('concludeGrant') });
    return conclusion.outcome === 'concludeGrant' ? 'grant' : 'refusal';
  }

  /** 法制审核 and hearing of a refusal, then 审批. */
  async examine(proposal: Proposal): Promise<Examined> {
    if (proposal === 'refusal') {
      const objection = await this.#examineRefusal();
      if (objection !== null) return objection;
    }
    const barred = proposal === 'refusal' ? { changeToRefusal: refusalAlready } : {};
    const approval = await this.#p.step('approve', { without: { ...this.#rounds(), ...barred } });
    switch (approval.outcome) {
      case 'agree':
        return { signed: proposal };
      case 'changeToRefusal':
        return { proposed: 'refusal' };
      case 'callDiscussion':
        return 'discuss';
      case 'callMeeting':
        return this.#meet(proposal);
      case 'sendBack':
        return this.#return();
    }
  }

  async #examineRefusal(): Promise<Examined | null> {
    const review = await this.#p.step('legalReview', { without: this.#rounds() });
    if (review.outcome === 'callDiscussion') return 'discuss';
    if (review.outcome === 'sendBack') return this.#return();
    if (this.#heard) return null;
    this.#heard = true;
    return (await hearOut(this.#p, review.outcome === 'agreeWithHearing')) ? null : 'again';
  }

  async #meet(proposal: Proposal): Promise<Examined> {
    const without =
      proposal === 'refusal'
        ? { ...(await this.#unlessBarred('changeToGrant')), changeToRefusal: refusalAlready }
        : { changeToGrant: grantAlready };
    const meeting = await this.#p.step('meet', { without });
    if (meeting.outcome === 'changeToRefusal') return { proposed: 'refusal' };
    return { signed: meeting.outcome === 'changeToGrant' ? 'grant' : proposal };
  }

  #return(): 'again' {
    this.#returns.pop();
    return 'again';
  }

  /** The return, while there are rounds left; the discussion, once there are none. */
  #rounds(): Readonly<Record<string, Text>> {
    return this.#returns.length > 0 ? { callDiscussion: notYet } : { sendBack: enoughReturns };
  }

  async #unlessBarred(outcome: string): Promise<Readonly<Record<string, Text>>> {
    const reason = await this.#grantBarred();
    return reason === null ? {} : { [outcome]: reason };
  }
}

/** Tells the applicant of the intended refusal and hears them; false when it does not stand. A hearing alone stops the clock (许可法45). */
async function hearOut(p: P, hearingOwed: boolean): Promise<boolean> {
  await p.step('tellRefusal');
  const heard = hearingOwed
    ? await p.clock.pause('decision', hearing, () => {
        p.issue('excludedTimeNotice');
        return p.inParallel({ statement: () => stated(p), hearing: () => hearIfAsked(p) });
      })
    : { statement: await stated(p), hearing: false };
  if (!heard.statement && !heard.hearing) return true;
  return (await p.step('weighStatement')).outcome === 'rejected';
}

const stated = async (p: P): Promise<boolean> => (await p.step('makeStatement')).outcome === 'state';
