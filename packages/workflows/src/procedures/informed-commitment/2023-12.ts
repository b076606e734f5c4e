import { barRules } from '@lianban/domain/application-bar';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { assistanceSteps } from '../building-blocks/assistance.ts';
import { deliver, deliverySteps } from '../building-blocks/delivery.ts';
import { evidenceSteps } from '../building-blocks/evidence.ts';
import { intake, intakeSteps } from '../building-blocks/intake.ts';
import { offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { decideOnTheSpot, obtainCommitment } from './commitment.ts';
import { commitmentSteps } from './commitment-steps.ts';
import { revocationSteps } from './revocation-steps.ts';
import { supervise } from './supervision.ts';
import { verificationSteps } from './verification-steps.ts';

const steps = {
  ...withdrawalSteps,
  ...commitmentSteps,
  ...intakeSteps,
  ...deliverySteps,
  ...verificationSteps,
  ...assistanceSteps,
  ...evidenceSteps,
  ...revocationSteps,
};

/** 告知承诺许可: granted on a promise, verified afterwards, revoked when the promise was not kept. */
export const informedCommitment = procedure({
  id: 'informed-commitment',
  edition: '2023-12',
  title: text('告知承诺许可', 'Licence by commitment'),
  series: '告承',
  basis: [cite('GZ42', ''), cite('GF7', ''), cite('GZCQ', ''), cite('LIC', '69')],
  steps,
  endings: {
    verified: text('核查相符办结', 'Verified'),
    rectified: text('整改合格办结', 'Rectified'),
    revoked: text('已撤销', 'Revoked'),
    keptInPublicInterest: text('不予撤销办结', 'Kept in the public interest'),
    converted: text('转一般程序', 'Converted to the ordinary procedure'),
    refused: text('不予许可', 'Refused'),
    notAccepted: text('不予受理', 'Not accepted'),
    notRequired: text('无需许可', 'No permit required'),
    withdrawn: text('撤回', 'Withdrawn'),
    terminated: text('终止', 'Terminated'),
    deregistered: text('主动注销', 'Given up'),
  },
  clockRules: [
    'permit.decide',
    'revoke.decide',
    'commit.conditions.extend',
    'commit.verify.extend',
    'commit.rectify.extend',
    'hearing.notice',
    ...barRules,
  ],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const { conditionsMetOn, receivedOn } = await obtainCommitment(p);
    const acceptedOn = await intake(p, receivedOn);
    p.clock.start('decision', 'permit.decide', acceptedOn);
    const decidedOn = await decideOnTheSpot(p, acceptedOn);
    p.clock.stop('decision');
    withdrawal.end();
    await deliver(p, decidedOn);
    p.licence(conditionsMetOn === null ? 'grant' : 'grantRestricted');
    p.issue('commitmentPublication');
    return p.close(await supervise(p, decidedOn, conditionsMetOn));
  },
});
