import { randomUUID } from 'node:crypto';
import type { Conversion } from '@lianban/workflows/vocabulary/opening';
import type { Facts } from './facts.ts';

/** Message to open the case in which another one goes on. */
export interface OpenCaseMessage {
  /** Id and request id of the new case, fixed here so that the message may be worked twice. */
  readonly caseId: string;
  readonly requestId: string;
  readonly procedure: string;
  readonly conversion: Conversion;
}

/** What the turn sets in motion outside its case. */
export const openCaseMessage = ({ turn }: Facts): OpenCaseMessage | null => {
  const { caseId, version, entries } = turn;
  for (const entry of entries) {
    if (entry.type !== 'transferred') continue;
    const { procedure, acceptedOn, falsitySuspected } = entry;
    return {
      caseId: randomUUID(),
      requestId: `transfer:${caseId}:${version}`,
      procedure,
      conversion: { caseId, acceptedOn, falsitySuspected },
    };
  }
  return null;
};
