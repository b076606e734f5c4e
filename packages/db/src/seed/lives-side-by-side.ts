import { accepted, did, took, type Life } from './life.ts';

/** Lives whose branches run side by side: a device under parallel approval, a drug whose registration is verified. */
export const livesSideBySide: readonly Life[] = [
  {
    story: 'a parallel approval under technical review, whose licence file is examined meanwhile',
    ...{ enterprise: 3, item: 'device-parallel-issue', route: 'ordinary', filed: 15, onFile: true },
    past: [
      did(13, 'judgeParallel', 'suitable', '自行生产，无逾期未整改记录，适用并联审批。'),
      accepted(13),
      did(13, 'takeInLicence', 'takeIn', '许可资料除注册证外齐全，容缺预收。'),
      did(11, 'handOver', 'handOver', '注册申请资料已移交审评中心。'),
      took(10, 'review', 'sutang'),
    ],
  },
  {
    story: 'a drug whose registration is verified, with the inspection before approval to be judged',
    ...{ enterprise: 1, item: 'drug-registration-verification', route: 'ordinary', filed: 12, onFile: true },
    past: [
      did(9, 'recordStart', 'withVerification', { number: '药审核启〔2026〕118号', kindOfReview: 'standard' }),
      did(7, 'answerCoordination', 'register', { number: '核查协〔2026〕56号', inspectedBefore: 'no' }),
    ],
  },
];
