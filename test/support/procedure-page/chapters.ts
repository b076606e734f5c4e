import { text, type Text } from '@lianban/domain/text';
import { commitmentSteps } from '@lianban/workflows/procedures/informed-commitment/commitment-steps';
import { revocationSteps } from '@lianban/workflows/procedures/informed-commitment/revocation-steps';
import { verificationSteps } from '@lianban/workflows/procedures/informed-commitment/verification-steps';
import { assistanceSteps } from '@lianban/workflows/procedures/building-blocks/assistance';
import { deliverySteps } from '@lianban/workflows/procedures/building-blocks/delivery';
import { evidenceSteps } from '@lianban/workflows/procedures/building-blocks/evidence';
import { intakeSteps } from '@lianban/workflows/procedures/building-blocks/intake';
import { withdrawalSteps } from '@lianban/workflows/procedures/building-blocks/withdrawal';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';

/** Steps that are read together, in the order of the main line. */
export interface Chapter {
  readonly title: Text;
  readonly steps: readonly string[];
}

/** Giving the licence up belongs to supervision, although its steps stand with those of revocation. */
const surrender = ['askDeregistration', 'deregister'];
const pursuit = Object.keys(revocationSteps).filter((step) => !surrender.includes(step));

/** By procedure and edition. */
const divided: Readonly<Record<string, readonly Chapter[]>> = {
  'informed-commitment 2023-12': [
    {
      title: text('承诺与决定', 'Commitment and decision'),
      steps: Object.keys({ ...commitmentSteps, ...intakeSteps, ...deliverySteps, ...withdrawalSteps }),
    },
    {
      title: text('核查与整改', 'Verification and rectification'),
      steps: [...Object.keys(verificationSteps), ...surrender],
    },
    {
      title: text('协查与证据', 'Assistance and evidence'),
      steps: Object.keys({ ...assistanceSteps, ...evidenceSteps }),
    },
    { title: text('撤销', 'Revocation'), steps: pursuit },
  ],
};

/** The chapters of an edition: one with all of it, unless a chart of all of it would be too large to read. */
export const chaptersOf = ({ id, edition, title, steps }: AnyProcedure): readonly Chapter[] =>
  divided[`${id} ${edition}`] ?? [{ title, steps: Object.keys(steps) }];
