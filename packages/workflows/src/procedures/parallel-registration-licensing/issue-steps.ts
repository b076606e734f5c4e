import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { opinion, reasons } from '../building-blocks/fields.ts';

/** 制证送达 of one certificate or of both at once. */
const service = <const D extends NonNullable<StepSpec['outcomes'][string]['documents']>>(papers: D) =>
  ({
    owner: 'WIN',
    policy: 'BREACH',
    clock: 'none',
    outcomes: {
      delivered: { title: text('送达', 'Served'), form: [opinion], documents: papers, tone: 'primary' },
      failed: { title: text('送达失败', 'Service failed'), form: [reasons], documents: ['serviceRecord'] },
      announced: { title: text('公告送达', 'Service by announcement'), form: [reasons], documents: papers },
    },
  }) as const;

/** Step 4: certificates, service, and the push to supervision (并联审批措施). */
export const issueSteps = catalogue({
  deliverRegistration: {
    title: text('制发注册证', 'Issue the registration certificate'),
    limit: 'device.reg.certificate',
    basis: [cite('O47', '95')],
    ...service(['registrationCertificate', 'serviceRecord', 'supervisionPush']),
  },
  deliverBoth: {
    title: text('同时发证', 'Issue both certificates at once'),
    limit: 'device.reg.certificate',
    basis: [cite('CQBL', ''), cite('O47', '95'), cite('O53', '13')],
    ...service(['registrationCertificate', 'licence', 'serviceRecord', 'supervisionPush']),
  },
  deliverLicence: {
    title: text('制发生产许可证', 'Issue the production licence'),
    limit: 'permit.deliver',
    basis: [cite('O53', '13')],
    ...service(['licence', 'serviceRecord', 'supervisionPush']),
  },
});
