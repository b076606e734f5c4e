import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondOfficer } from './fields.ts';

const approvedBy = {
  name: 'approvedBy',
  label: text('批准的机关负责人', 'Head who approved it'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
} as const satisfies Field;

const things = {
  name: 'things',
  label: text('先行登记保存的物品', 'What is registered and kept'),
  kind: { type: 'list', maxItems: 100, maxLength: 200 },
  required: true,
} as const satisfies Field;

/** 先行登记保存 (处罚法56): evidence that may be lost is kept for seven working days, then it is decided on or set free. */
export const evidenceSteps = catalogue({
  registerEvidence: {
    title: text('先行登记保存证据', 'Register and keep evidence'),
    owner: 'INS',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('PEN', '56')],
    clock: 'none',
    outcomes: {
      register: {
        title: text('登记保存', 'Register and keep'),
        form: [secondOfficer, approvedBy, things],
        documents: ['evidenceNotice'],
      },
    },
  },
  decideOnEvidence: {
    title: text('先行登记保存处理', 'Decide on the registered evidence'),
    owner: 'INS',
    limit: 'evidence.register',
    policy: 'EXPIRE',
    lapse: {
      means: text('逾期未处理，登记保存自动解除', 'Undecided in time, the evidence is set free'),
      documents: ['evidenceRelease'],
    },
    basis: [cite('PEN', '56')],
    clock: 'none',
    outcomes: {
      giveBack: {
        title: text('取证后解除并返还', 'Copy or record, and give back'),
        form: [opinion],
        documents: ['evidenceRelease'],
        tone: 'primary',
      },
      sendToTest: {
        title: text('送交检验、鉴定', 'Send to be tested'),
        form: [reasons],
        documents: ['evidenceDecision'],
      },
      seize: {
        title: text('依法查封、扣押', 'Seal or seize by law'),
        form: [reasons],
        documents: ['evidenceDecision'],
      },
      transfer: {
        title: text('移送有管辖权的部门', 'Hand over to whoever is competent'),
        form: [reasons],
        documents: ['evidenceDecision'],
      },
    },
  },
});

/** Opens the right to keep evidence, each time with its own seven days; null in a case opened before the rule was in the table. */
export function offerEvidence(p: Proceeding<typeof evidenceSteps>): Offer | null {
  if (p.opening.terms['evidence.register'] === undefined || !p.amended('2026-11 registered evidence')) return null;
  const kept = new Set<unknown>();
  const register = p.offer('registerEvidence', async (registration) => {
    kept.add(registration);
    await p.step('decideOnEvidence');
    kept.delete(registration);
  });
  return {
    ...register,
    end: () => {
      // A measure does not outlive the proceeding that it was taken in.
      if (kept.size > 0) p.issue('evidenceRelease');
      register.end();
    },
  };
}
