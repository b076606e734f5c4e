import { barRules } from '@lianban/domain/application-bar';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { lookIntoFalsity, offerRights } from './falsity.ts';
import { licenseProduction } from './licence.ts';
import { registerNationally } from './national.ts';
import { register } from './registration.ts';
import { atFirst } from './standing.ts';
import { parallelSteps } from './steps.ts';
import { followUpOverdue } from './verification.ts';

/** 注册与生产许可并联审批 in Chongqing since 2022-03-11: registration and production licence of a device side by side. */
export const parallelRegistrationLicensing = procedure({
  id: 'parallel-registration-licensing',
  edition: '2022-03',
  title: text('医疗器械注册与生产许可并联审批', 'Parallel approval of device registration and production'),
  series: '并联',
  basis: [cite('CQBL', ''), cite('O47', '50'), cite('O53', '13')],
  steps: parallelSteps,
  endings: {
    bothGranted: text('双证办结', 'Registered and licensed'),
    registrationOnly: text('仅注册办结', 'Registered, without a licence'),
    registrationRefused: text('不予注册', 'Registration refused'),
    withdrawn: text('撤回', 'Withdrawn'),
    terminated: text('终止（未补正）', 'Terminated: not supplemented'),
    notAccepted: text('不予受理', 'Not accepted'),
    notRequired: text('无需许可', 'No permit required'),
  },
  clockRules: [
    'device.reg.review.two',
    'device.reg.review.after',
    'device.reg.review.extend',
    'device.qms.verify',
    'device.reg.decide',
    'permit.decide',
    'hearing.notice',
    ...barRules,
  ],
  flow: async (p) => {
    const s = atFirst();
    const rights = offerRights(p, s);
    const { registration } = await p.inParallel({
      registration: () =>
        p.opening.item.course?.registration === 'national' ? registerNationally(p, s, rights) : register(p, s, rights),
      licence: () => licenseProduction(p, s, rights),
      falsity: () => lookIntoFalsity(p, s, rights),
      overdue: () => followUpOverdue(p, s),
    });
    return registration;
  },
});
