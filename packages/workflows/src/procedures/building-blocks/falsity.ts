import { cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer } from './fields.ts';
import { falsitySuspected } from './withdrawal.ts';

/** 涉嫌虚假: what an officer suspects is looked into; meanwhile, and once it is confirmed, nothing is withdrawn (许可法78). */
export const falsitySteps = catalogue({
  suspectFalsity: {
    title: text('发现材料涉嫌虚假', 'Suspect falsity'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '78'), cite('O47', '55')],
    clock: 'runs',
    outcomes: { report: { title: text('启动核实', 'Look into it'), form: [reasons] } },
  },
  investigateFalsity: {
    title: text('核实材料真实性', 'Look into the truth of the application'),
    owner: 'OFF',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '78')],
    clock: 'runs',
    outcomes: {
      cleared: {
        title: text('排除嫌疑', 'Cleared'),
        form: [secondOfficer, opinion],
        documents: ['falsityRecord'],
        tone: 'primary',
      },
      confirmed: {
        title: text('查实虚假', 'Confirmed'),
        form: [secondOfficer, reasons],
        documents: ['falsityRecord'],
        tone: 'danger',
      },
    },
  },
});

const pending = text('已提出，将在拟办或用印前核实', 'Raised: it is looked into before the draft, or before the seal');
const found = text('申请材料已查实虚假，不予许可', 'The application has been found false: nothing is granted');

/** The right to suspect. */
export interface Suspicion {
  /** Has what was suspected looked into first, if anything was; says then why nothing may be granted, or null. */
  readonly settle: () => Promise<Text | null>;
  /** Raised, and not looked into so far. */
  readonly isRaised: () => boolean;
  readonly isConfirmed: () => boolean;
  readonly end: () => void;
}

/** Opens the right beside the withdrawal, which it blocks for as long as the suspicion stands. */
export function offerSuspicion(p: Proceeding<typeof falsitySteps>, withdrawal: Offer): Suspicion {
  let standing: 'none' | 'raised' | 'confirmed' = 'none';
  const raise = (): void => {
    standing = 'raised';
    withdrawal.block(falsitySuspected);
    suspicion.block(pending);
  };
  const suspicion: Offer = p.offer('suspectFalsity', async () => raise());
  // What left the commitment route because of a suspicion comes here with it.
  if (p.opening.convertedFrom?.falsitySuspected === true) raise();
  const settle = async (): Promise<Text | null> => {
    if (standing === 'raised') {
      const finding = await p.step('investigateFalsity');
      standing = finding.outcome === 'confirmed' ? 'confirmed' : 'none';
      if (standing === 'none') {
        withdrawal.unblock();
        suspicion.unblock();
      }
    }
    return standing === 'confirmed' ? found : null;
  };
  const [isRaised, isConfirmed] = [() => standing === 'raised', () => standing === 'confirmed'];
  return { settle, isRaised, isConfirmed, end: () => suspicion.end() };
}
