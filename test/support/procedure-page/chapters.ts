import { text, type Text } from '@lianban/domain/text';
import { commitmentSteps } from '@lianban/workflows/procedures/informed-commitment/commitment-steps';
import { revocationSteps } from '@lianban/workflows/procedures/informed-commitment/revocation-steps';
import { verificationSteps as commitmentVerificationSteps } from '@lianban/workflows/procedures/informed-commitment/verification-steps';
import { choiceSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/choice-steps';
import { issueSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/issue-steps';
import { nationalSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/national-steps';
import { registrationSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/registration-steps';
import { reviewSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/review-steps';
import { verificationSteps } from '@lianban/workflows/procedures/parallel-registration-licensing/verification-steps';
import { assistanceSteps } from '@lianban/workflows/procedures/building-blocks/assistance';
import { serviceSteps } from '@lianban/workflows/procedures/building-blocks/announcement';
import { deferralSteps } from '@lianban/workflows/procedures/building-blocks/deferral-steps';
import { redraftSteps } from '@lianban/workflows/procedures/building-blocks/redraft';
import { decisionSteps } from '@lianban/workflows/procedures/building-blocks/decision-steps';
import { deliverySteps, refusalServiceSteps } from '@lianban/workflows/procedures/building-blocks/delivery';
import { extensionSteps } from '@lianban/workflows/procedures/building-blocks/extension';
import { falsitySteps } from '@lianban/workflows/procedures/building-blocks/falsity';
import { examinationSteps } from '@lianban/workflows/procedures/ordinary-permit/examination-steps';
import { acceptingSteps } from '@lianban/workflows/procedures/liaison-request/accepting-steps';
import { bureauSteps } from '@lianban/workflows/procedures/liaison-request/bureau-steps';
import { climbingSteps } from '@lianban/workflows/procedures/liaison-request/climbing-steps';
import { followingSteps } from '@lianban/workflows/procedures/liaison-request/following-steps';
import { handlingSteps } from '@lianban/workflows/procedures/liaison-request/handling-steps';
import { reportSteps } from '@lianban/workflows/procedures/liaison-request/report-steps';
import { evidenceSteps } from '@lianban/workflows/procedures/building-blocks/evidence';
import { intakeSteps } from '@lianban/workflows/procedures/building-blocks/intake';
import { withdrawalSteps } from '@lianban/workflows/procedures/building-blocks/withdrawal';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';

/** Steps that are read together, in the order of the main line. */
export interface Chapter {
  readonly title: Text;
  readonly steps: readonly string[];
}

/** Giving the licence up belongs to supervision, although its steps stand with those of revocation. */
const surrender = ['askDeregistration', 'deregister'];
const pursuit = Object.keys(revocationSteps).filter((step) => !surrender.includes(step));

/** By procedure and edition. */
const divided: Readonly<Record<string, readonly Chapter[]>> = {
  'informed-commitment 2023-12': [
    {
      title: text('承诺与决定', 'Commitment and decision'),
      steps: Object.keys({ ...commitmentSteps, ...intakeSteps, ...deliverySteps, ...withdrawalSteps }),
    },
    {
      title: text('核查与整改', 'Verification and rectification'),
      steps: [...Object.keys(commitmentVerificationSteps), ...surrender],
    },
    {
      title: text('协查与证据', 'Assistance and evidence'),
      steps: Object.keys({ ...assistanceSteps, ...evidenceSteps }),
    },
    { title: text('撤销', 'Revocation'), steps: pursuit },
  ],
  'parallel-registration-licensing 2022-03': [
    {
      title: text('受理与许可预收', 'Acceptance and the licence taken in ahead'),
      steps: Object.keys({ ...intakeSteps, ...choiceSteps, ...withdrawalSteps }),
    },
    { title: text('技术审评', 'Technical review'), steps: Object.keys(reviewSteps) },
    {
      title: text('体系核查与现场检查', 'Verification and inspection'),
      steps: Object.keys({ ...verificationSteps, ...nationalSteps }),
    },
    { title: text('注册与许可决定', 'Decisions on registration and licence'), steps: Object.keys(decisionSteps) },
    {
      title: text('同时发证', 'Certificates'),
      steps: Object.keys({ ...issueSteps, ...registrationSteps, ...refusalServiceSteps }),
    },
  ],
  'liaison-request 2024-10': [
    { title: text('受理与转交', 'Accepting and passing on'), steps: [...Object.keys(acceptingSteps), 'withdraw'] },
    { title: text('办理与答复', 'Handling and answering'), steps: Object.keys(handlingSteps) },
    { title: text('升级', 'Upwards'), steps: Object.keys(climbingSteps) },
    { title: text('函请对方省局', 'Asking the other bureau'), steps: Object.keys(bureauSteps) },
    {
      title: text('跟踪、评价与归档', 'Following, rating and closing'),
      steps: Object.keys(followingSteps).filter((step) => step !== 'withdraw'),
    },
    { title: text('违法线索', 'Reports of illegality'), steps: Object.keys(reportSteps) },
  ],
  'ordinary-permit 2024-01': [
    {
      title: text('受理与容缺', 'Acceptance and what may follow'),
      steps: Object.keys({ ...deferralSteps, ...withdrawalSteps }),
    },
    { title: text('审查', 'Examination'), steps: Object.keys(examinationSteps) },
    {
      title: text('决定与送达', 'Decision and service'),
      steps: Object.keys({ ...decisionSteps, ...redraftSteps, ...serviceSteps }),
    },
    {
      title: text('延期与核实', 'Longer limits and suspicion'),
      steps: Object.keys({ ...extensionSteps, ...falsitySteps }),
    },
  ],
  'ordinary-permit 2023-07': [
    {
      title: text('受理与审查', 'Acceptance and examination'),
      steps: Object.keys({ ...intakeSteps, ...examinationSteps, ...withdrawalSteps }),
    },
    {
      title: text('决定与送达', 'Decision and service'),
      steps: Object.keys({ ...decisionSteps, ...deliverySteps, ...refusalServiceSteps }),
    },
    {
      title: text('延期与核实', 'Longer limits and suspicion'),
      steps: Object.keys({ ...extensionSteps, ...falsitySteps }),
    },
  ],
};

/** The chapters of an edition: one with all of it, unless a chart of all of it would be too large to read. */
export const chaptersOf = ({ id, edition, title, steps }: AnyProcedure): readonly Chapter[] =>
  divided[`${id} ${edition}`] ?? [{ title, steps: Object.keys(steps) }];
