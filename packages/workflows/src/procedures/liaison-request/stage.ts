import type { Channel, LiaisonRequest, Place } from '@lianban/domain/liaison';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { acceptingSteps } from './accepting-steps.ts';
import { bureauSteps } from './bureau-steps.ts';
import { climbingSteps } from './climbing-steps.ts';
import { followingSteps } from './following-steps.ts';
import { handlingSteps } from './handling-steps.ts';
import { reportSteps } from './report-steps.ts';

/** Every step of a liaison request. */
export const requestSteps = catalogue({
  ...acceptingSteps,
  ...handlingSteps,
  ...climbingSteps,
  ...bureauSteps,
  ...followingSteps,
  ...reportSteps,
});

/** The proceeding of a liaison request. */
export type RequestProceeding = Proceeding<typeof requestSteps>;

/** The unit that works on it, and the one that accepted it and tells the requester (受理单位). */
export interface Hands {
  readonly unit: string;
  readonly accepting: string;
}

/** Where a request stands, in the states of the specification (S1 to S13). */
export type Stage =
  | { readonly at: 'accept'; readonly unit: string }
  | { readonly at: 'sign'; readonly unit: string; readonly from: string }
  | ({ readonly at: 'handle' } & Hands)
  | ({ readonly at: 'coordinate'; readonly helpers: readonly string[] } & Hands)
  | ({ readonly at: 'reply' } & Hands)
  | { readonly at: 'dispatch' | 'instruct' | 'prepareAgenda' | 'deliberate'; readonly accepting: string }
  | { readonly at: 'platform'; readonly channel: Channel; readonly accepting: string }
  | { readonly at: 'bureau'; readonly questions: readonly string[]; readonly accepting: string }
  | { readonly at: 'rate' | 'unsupported'; readonly accepting: string };

/** What such a case was registered with. A case of any other kind has none, and is not opened under this procedure. */
export function requestOf({ opening: { request } }: Pick<RequestProceeding, 'opening'>): LiaisonRequest {
  if (request === undefined) throw new RangeError('a liaison request without its facts');
  return request;
}

/** Whoever liaises in the unit: for the districts in regional units, for industry in all others (三、（三）). */
export const liaisonOf = (p: Pick<RequestProceeding, 'opening'>, unit: string): Place => ({
  unit,
  role: requestOf(p).regionalUnits.includes(unit) ? 'DLO' : 'ILO',
});

/** The head of the unit, who answers for its tasks (第一责任人). */
export const headOf = (unit: string): Place => ({ unit, role: 'SEC' });

/** Why a transfer cannot be disputed any more. */
export const noThirdReturn = text('已两次退回，不得再退', 'Returned twice already: it is not returned again');
