import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { decisionSteps } from '../building-blocks/decision-steps.ts';
import { refusalServiceSteps } from '../building-blocks/delivery.ts';

const { seal } = decisionSteps;
const { serveRefusal } = refusalServiceSteps;

/**
 * J1 has papers of its own: who is not registered is given 不予注册决定书, and not the one that refuses a licence. It is served
 * within the limit of the certificate, by analogy (总局令47第95条).
 */
export const registrationSteps = catalogue({
  sealRegistration: {
    ...seal,
    title: text('注册决定制文用印', 'Make out and seal the decision on the registration'),
    basis: [cite('O47', '94'), cite('LIC', '38')],
    outcomes: {
      grant: {
        ...seal.outcomes.grant,
        title: text('准予注册（准予行政许可决定书）', 'Decision to register'),
      },
      refuse: {
        ...seal.outcomes.refuse,
        title: text('不予注册决定书', 'Decision not to register'),
        documents: ['registrationRefusal'],
      },
    },
  },
  serveRegistrationRefusal: {
    ...serveRefusal,
    title: text('送达不予注册决定', 'Service of the decision not to register'),
    limit: 'device.reg.certificate',
    basis: [cite('O47', '95'), cite('LIC', '38')],
  },
});
