import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { deliver, deliverySteps } from '../building-blocks/delivery.ts';
import { extensionSteps, offerExtension } from '../building-blocks/extension.ts';
import { intake, intakeSteps } from '../building-blocks/intake.ts';
import { falsitySuspected, offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { decide } from './decision.ts';
import { reviewSteps } from './review-steps.ts';

/** 一般许可: intake, review, decision chain, delivery; takes over what leaves the commitment route. */
export const ordinaryPermit = procedure({
  id: 'ordinary-permit',
  edition: '2019-04',
  title: text('一般许可', 'Ordinary permit'),
  series: '许',
  basis: [cite('LIC', '32'), cite('LIC', '42')],
  steps: { ...withdrawalSteps, ...intakeSteps, ...extensionSteps, ...reviewSteps, ...deliverySteps },
  endings: {
    licensed: text('准予办结', 'Licensed'),
    refused: text('不予许可', 'Refused'),
    notAccepted: text('不予受理', 'Not accepted'),
    notRequired: text('无需许可', 'No permit required'),
    withdrawn: text('撤回', 'Withdrawn'),
    terminated: text('终止（未补正）', 'Terminated: not supplemented'),
  },
  clockRules: ['permit.decide', 'permit.extend'],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const { carried, convertedFrom: conversion } = p.opening;
    if (conversion?.falsitySuspected === true) withdrawal.block(falsitySuspected);
    const begun = carried ?? conversion?.acceptedOn ?? (await intake(p));
    p.clock.start('decision', 'permit.decide', begun);
    const extension = offerExtension(p);
    await p.step('assign');
    await p.step('review');
    const decidedOn = await decide(p);
    p.clock.stop('decision');
    withdrawal.end();
    extension?.end();
    if (decidedOn === 'refused') return p.close('refused');
    await deliver(p, decidedOn);
    p.licence('grant');
    return p.close('licensed');
  },
});
