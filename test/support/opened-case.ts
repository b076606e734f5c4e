import { carry } from '@lianban/api/engine/case-workflow';
import { caseState } from '@lianban/db/queries/case-state';
import { fileApplication, type Variation } from '@lianban/db/testing/recorded-case';
import { eventually } from './eventually.ts';
import type { RunningService } from './running-service.ts';

/** Files an application, starts its workflow and waits until the case is open. */
export async function openedCase(
  { database: { pool }, client }: RunningService,
  variation: Variation = {},
): Promise<string> {
  const caseId = await fileApplication(pool, variation);
  await carry(client, { caseId, procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' });
  await eventually('case opens', () => caseState(pool, caseId));
  return caseId;
}
