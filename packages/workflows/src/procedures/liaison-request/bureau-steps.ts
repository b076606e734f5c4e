import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { assistanceSteps } from '../building-blocks/assistance.ts';
import { opinion, reasons } from '../building-blocks/fields.ts';
import { rulesOfWork } from './fields.ts';

const { awaitAssistance, awaitReminded, awaitJointOffice, awaitLeaders } = assistanceSteps;

/** 函转对方省局: what concerns a district of the other province is asked of its bureau, as any assistance is (ADR 0034). */
export const bureauSteps = catalogue({
  signBureauLetter: {
    title: text('签发致对方省局的函', 'Sign the letter to the other bureau'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    notBy: ['accept'],
    outcomes: {
      send: { title: text('发函', 'Send'), form: [opinion], documents: ['assistanceLetter'], tone: 'primary' },
      sendBack: { title: text('退回', 'Send back'), form: [reasons] },
    },
  },
  // The section follows what is outside of the bureau, as it does with the platform.
  awaitAssistance: { ...awaitAssistance, owner: 'TECH' },
  awaitReminded: { ...awaitReminded, owner: 'TECH' },
  awaitJointOffice: { ...awaitJointOffice, owner: 'TECH' },
  awaitLeaders,
});
