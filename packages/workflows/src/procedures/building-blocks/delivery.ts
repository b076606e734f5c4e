import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from './fields.ts';

/** 制证送达: ten working days from the decision (许可法44); three failed attempts open service by announcement. */
export const deliverySteps = catalogue({
  deliver: {
    title: text('制证送达公开', 'Certificate, service, publication'),
    owner: 'WIN',
    limit: 'permit.deliver',
    policy: 'BREACH',
    basis: [cite('LIC', '40'), cite('LIC', '44')],
    clock: 'none',
    outcomes: {
      delivered: {
        title: text('送达', 'Served'),
        form: [opinion],
        documents: ['licence', 'serviceRecord'],
        tone: 'primary',
      },
      failed: { title: text('送达失败', 'Service failed'), form: [reasons], documents: ['serviceRecord'] },
      announced: {
        title: text('公告送达', 'Service by announcement'),
        form: [reasons],
        documents: ['licence', 'serviceRecord'],
      },
    },
  },
});

/** 送达不予许可决定: a decision against the applicant is served like a licence (10.F); its limit is that of the licence by analogy. */
export const refusalServiceSteps = catalogue({
  serveRefusal: {
    title: text('送达不予许可决定', 'Service of the refusal'),
    owner: 'WIN',
    limit: 'permit.deliver',
    policy: 'BREACH',
    basis: [cite('LIC', '38'), cite('LIC', '44')],
    clock: 'none',
    outcomes: {
      delivered: { title: text('送达', 'Served'), form: [opinion], documents: ['serviceRecord'], tone: 'primary' },
      failed: deliverySteps.deliver.outcomes.failed,
      announced: { title: text('公告送达', 'Service by announcement'), form: [reasons], documents: ['serviceRecord'] },
    },
  },
});

const notYet = text('直接、邮寄等送达三次不成，方可公告送达', 'Only after three failed attempts');
const noMore = text('已送达失败三次，请公告送达', 'Three attempts have failed: serve by announcement');

/** Serves the licence; gives the day of service. */
export async function deliver(p: Proceeding<typeof deliverySteps>, decidedOn: CivilDate): Promise<CivilDate> {
  for (;;) {
    const service = await p.step('deliver', attempt(p.times('deliver', 'failed'), decidedOn));
    if (service.outcome !== 'failed') return service.on;
  }
}

/** Serves the refusal; gives the day of service, from which the limits of the remedies are counted. */
export async function serveRefusal(
  p: Proceeding<typeof refusalServiceSteps>,
  decidedOn: CivilDate,
): Promise<CivilDate> {
  for (;;) {
    const service = await p.step('serveRefusal', attempt(p.times('serveRefusal', 'failed'), decidedOn));
    if (service.outcome !== 'failed') return service.on;
  }
}

/** How the next attempt at a service is made: three, then 公告送达 and nothing else. */
export const attempt = (failures: number, decidedOn: CivilDate) => ({
  since: decidedOn,
  without: failures >= 3 ? { failed: noMore } : { announced: notYet },
});
