import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { attempt, deliverySteps, refusalServiceSteps } from './delivery.ts';
import { reasons, statement } from './fields.ts';

const { deliver } = deliverySteps;
const { serveRefusal } = refusalServiceSteps;

/** 送达 in full: three failed attempts, then an announcement, whose period has to pass before anything counts as served (10.F). */
export const serviceSteps = catalogue({
  deliver: {
    ...deliver,
    outcomes: {
      delivered: deliver.outcomes.delivered,
      failed: deliver.outcomes.failed,
      announced: {
        title: text('公告送达', 'Service by announcement'),
        form: [reasons],
        documents: ['licence', 'serviceAnnouncement'],
      },
    },
  },
  serveRefusal: {
    ...serveRefusal,
    outcomes: {
      delivered: serveRefusal.outcomes.delivered,
      failed: serveRefusal.outcomes.failed,
      announced: {
        title: text('公告送达', 'Service by announcement'),
        form: [reasons],
        documents: ['serviceAnnouncement'],
      },
    },
  },
  awaitAnnouncement: {
    title: text('公告期间', 'While it is announced'),
    owner: 'WIN',
    limit: 'service.announcement',
    policy: 'DEEMED',
    lapse: {
      means: text('公告期满，视为送达', 'The period has passed: it counts as served'),
      documents: ['serviceRecord'],
    },
    basis: [cite('LIC', '38'), cite('LIC', '44')],
    clock: 'none',
    outcomes: {
      collected: {
        title: text('当事人已领取', 'Collected meanwhile'),
        form: [statement],
        documents: ['serviceRecord'],
        tone: 'primary',
      },
    },
  },
});

type P = Proceeding<typeof serviceSteps>;

/** Serves the licence; gives the day on which it counts as served. */
export async function deliverOrAnnounce(p: P, decidedOn: CivilDate): Promise<CivilDate> {
  for (;;) {
    const service = await p.step('deliver', attempt(p.times('deliver', 'failed'), decidedOn));
    if (service.outcome === 'announced') return announced(p);
    if (service.outcome === 'delivered') return service.on;
  }
}

/** Serves the refusal; gives the day from which the limits of the remedies are counted. */
export async function serveOrAnnounceRefusal(p: P, decidedOn: CivilDate): Promise<CivilDate> {
  for (;;) {
    const service = await p.step('serveRefusal', attempt(p.times('serveRefusal', 'failed'), decidedOn));
    if (service.outcome === 'announced') return announced(p);
    if (service.outcome === 'delivered') return service.on;
  }
}

async function announced(p: P): Promise<CivilDate> {
  return (await p.step('awaitAnnouncement')).on;
}
