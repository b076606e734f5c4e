import type { CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { BreachGround, Proceeding } from '../../vocabulary/proceeding.ts';
import { offerAssistance, type assistanceSteps } from '../building-blocks/assistance.ts';
import type { verificationSteps } from './verification-steps.ts';

type P = Proceeding<typeof verificationSteps & typeof assistanceSteps>;

/** How one line of supervision ended: kept, made good, or a ground to revoke. */
export type Finding = 'conforms' | 'rectified' | BreachGround;

/** Why an item whose rule knows no rectification offers none. */
export const notCorrectable = text(
  '本事项规定不符合条件即撤销，不适用整改',
  'For this item unmet conditions lead to revocation',
);
const correctable = text('本事项可责令限期整改', 'For this item rectification is to be ordered');

/** Step 7: the conditions promised for a later day, which may have passed before the licence was served. */
export async function awaitConditions(p: P, promisedOn: CivilDate): Promise<Finding> {
  const request = p.offer('requestMoreTime', async () => {
    request.block(text('延期以一次为限', 'Once only'));
    const decision = await p.step('grantMoreTime');
    if (decision.outcome === 'grant') p.extend('proveConditions', 'commit.conditions.extend');
  });
  // Nothing falls due before it can be done.
  const evidence = await p.step('proveConditions', { until: promisedOn < p.today ? p.today : promisedOn });
  request.end();
  if (evidence.outcome === 'lapsed') return rectify(p, 'conditionsUnmet');
  const check = await p.step('checkConditions');
  return check.outcome === 'met' ? 'conforms' : rectify(p, 'conditionsUnmet');
}

/** Step 8: the promise is checked within the window of the item; the window's end is the agency's fault alone. */
export async function verify(p: P, decidedOn: CivilDate): Promise<Finding> {
  const { windowed, rectifiable } = p.opening.item.verification;
  const window = windowed ? ('commit.verify.window' as const) : null;
  p.issue('verificationNotice');
  const longer = windowed ? offerLongerWindow(p) : null;
  const assistance = offerAssistance(p);
  const finding = rectifiable
    ? await p.step('verify', { since: decidedOn, limit: window, without: { unmet: correctable } })
    : await p.step('verify', { since: decidedOn, limit: window, without: { correctable: notCorrectable } });
  longer?.end();
  assistance?.end();
  switch (finding.outcome) {
    case 'conforms':
    case 'lostLater':
      return 'conforms';
    case 'correctable':
      return rectify(p, 'rectificationFailed');
    case 'unmet':
      return 'conditionsUnmet';
    case 'falseCommitment':
      return 'falseCommitment';
    case 'refusedAccess':
      return 'verificationRefused';
  }
}

/** Step 9: one term, lengthened once at most; silence or a failed check is a ground to revoke. */
export async function rectify(p: P, otherwise: BreachGround): Promise<Finding> {
  const request = p.offer('requestMoreRectification', async () => {
    request.block(text('延期以一次为限', 'Once only'));
    const decision = await p.step('grantMoreRectification');
    if (decision.outcome === 'grant') p.extend('rectify', 'commit.rectify.extend');
  });
  const report = await p.step('rectify');
  request.end();
  if (report.outcome === 'lapsed') return otherwise;
  const check = await p.step('checkRectification');
  return check.outcome === 'passed' ? 'rectified' : otherwise;
}

function offerLongerWindow(p: P): ReturnType<P['offer']> {
  const request = p.offer('requestLongerWindow', async () => {
    request.block(text('延长以一次为限', 'Once only'));
    const decision = await p.step('approveLongerWindow');
    if (decision.outcome === 'grant') p.extend('verify', 'commit.verify.extend');
  });
  return request;
}
