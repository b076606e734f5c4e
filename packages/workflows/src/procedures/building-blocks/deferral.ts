import type { CivilDate } from '@lianban/domain/civil-date';
import type { Curable } from '@lianban/domain/curable';
import { text, type Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { deferralSteps } from './deferral-steps.ts';

type P = Proceeding<typeof deferralSteps>;

/** An application that was accepted. */
export interface Acceptance {
  readonly on: CivilDate;
  /** What may still follow, by the day that was promised; null where the file is complete. */
  readonly deferred: { readonly materials: readonly Curable[]; readonly promisedOn: CivilDate } | null;
}

const onlyOnce = text('补正、容缺只能一次性告知，本申请已告知过', 'What is missing is told once only, and has been');
const noneCurable = text('本事项没有可容缺的材料', 'Nothing of this item may follow');
const badCredit = text('信用记录不良，不适用容缺受理', 'The credit file bars it');

/**
 * Examines what was received until it is accepted or over. What is secondary may follow on a commitment that is signed on the
 * same day; the notice of what is missing is also the one that may be given once (许可法32), so without a signature it is
 * supplemented. A procedure that uses this has the endings `terminated`, `notAccepted`, `notRequired` and `cureLapsed`.
 */
export async function acceptOrDefer(p: P): Promise<Acceptance> {
  let received = p.opening.receivedOn;
  for (;;) {
    const finding = await p.step('intake', { since: received, without: barred(p) });
    switch (finding.outcome) {
      case 'accept':
        return { on: finding.on, deferred: null };
      case 'lapsed':
        return { on: received, deferred: null };
      case 'correctOnTheSpot':
        continue;
      case 'requestSupplement':
        received = await supplemented(p, finding.on);
        continue;
      case 'defer': {
        const promise = await p.step('commitToCure', { since: finding.on });
        if (promise.outcome === 'sign') {
          const deferred = { materials: namedIn(p, finding.flow.missing), promisedOn: promise.flow.cureOn };
          return acceptWith(p, received, deferred);
        }
        received = await supplemented(p, finding.on);
        continue;
      }
      case 'refuse':
        p.close('notAccepted');
      case 'notRequired':
        p.close('notRequired');
    }
  }
}

/** What may not be pressed at the intake: what is missing is told once, and follows only where the item and the credit file allow it. */
function barred(p: P): Readonly<Record<string, Text>> {
  const told = p.times('intake', 'requestSupplement') > 0 || p.times('intake', 'defer') > 0;
  if (told) return { requestSupplement: onlyOnce, defer: onlyOnce };
  if (p.opening.curable === undefined) return { defer: noneCurable };
  return p.opening.gate === 'barred' ? { defer: badCredit } : {};
}

const namedIn = (p: P, keys: readonly string[]): readonly Curable[] =>
  (p.opening.curable ?? []).filter(({ key }) => keys.includes(key));

async function supplemented(p: P, toldOn: CivilDate): Promise<CivilDate> {
  const supplement = await p.step('supplement', { since: toldOn });
  if (supplement.outcome === 'lapsed') p.close('terminated');
  return supplement.receivedOn;
}

/** The same limit of the intake goes on: silence of the window accepts as of receipt, and the promise stands. */
async function acceptWith(p: P, received: CivilDate, deferred: Acceptance['deferred']): Promise<Acceptance> {
  const acceptance = await p.step('acceptDeferred', { since: received });
  return { on: acceptance.outcome === 'lapsed' ? received : acceptance.on, deferred };
}

/**
 * Waits until everything that was to follow has been handed in and checked, item by item. Each is due on the earlier of limit and
 * promise, and leaves time for the decision; one that does not come ends the case. The clock of the decision runs on.
 */
export async function cureAll(p: P, { on, deferred }: Acceptance): Promise<void> {
  if (deferred === null) return;
  const { materials, promisedOn } = deferred;
  await p.inParallel(
    Object.fromEntries(materials.map((one) => [one.key, () => cure(p, one, { on, promisedOn })] as const)),
  );
}

async function cure(p: P, about: Curable, { on, promisedOn }: { on: CivilDate; promisedOn: CivilDate }): Promise<void> {
  for (;;) {
    const noLaterThan = [promisedOn, { of: 'permit.decide', leaving: 'rongque.leave' }] as const;
    const handedIn = await p.step('cure', { since: on, about, noLaterThan });
    if (handedIn.outcome === 'lapsed') {
      p.recordBreach('cureLapsed');
      p.close('cureLapsed');
    }
    const check = await p.step('checkCure', { since: handedIn.receivedOn, about });
    if (check.outcome === 'complete') return;
  }
}
