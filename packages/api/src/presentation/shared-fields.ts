import type { Field } from '@lianban/domain/field';
import { text, type Text } from '@lianban/domain/text';

/** What letters between the bureaus carry beside the fields of forms, by name: how it is called, and what its values mean. */
export const sharedFields: Readonly<Record<string, Pick<Field, 'label' | 'kind'>>> = {
  returnedBefore: { label: text('此前退回过', 'Returned before'), kind: { type: 'flag' } },
  passed: { label: text('检查和整改是否符合', 'Inspection and rectification passed'), kind: { type: 'flag' } },
  asks: {
    label: text('所请事项', 'What is asked for'),
    kind: {
      type: 'choice',
      options: [
        { value: 'consent', label: text('研究是否同意设立厂外车间', 'Consent to the off-site workshop') },
        { value: 'entrusted', label: text('研究是否同意受托生产', 'Consent to the entrusted production') },
        { value: 'consultation', label: text('参加前期沟通会', 'Part in the meeting before the application') },
        { value: 'consensus', label: text('确认共识纪要', 'Confirmation of the consensus') },
        { value: 'meeting', label: text('联席会议协调', 'Settlement by the joint meeting') },
        { value: 'inspectors', label: text('派出检查员参加联合检查', 'Inspectors for the joint inspection') },
        { value: 'replacement', label: text('补派检查员', 'Inspectors in the place of those who left') },
        { value: 'grade', label: text('就缺陷等级出具书面意见', 'A written opinion on the grade of a defect') },
        { value: 'signature', label: text('签署联合检查报告', 'Signature under the report of the joint inspection') },
        { value: 'assessment', label: text('对综合评定提出意见', 'An opinion on the assessment') },
        { value: 'conditions', label: text('确认所附条件是否落实', 'Whether the conditions are met') },
        { value: 'breach', label: text('处理违法违规线索', 'Handling of a breach') },
        { value: 'breachResult', label: text('通报处理结果', 'Note of what became of a breach') },
        { value: 'plan', label: text('确认协同监管方案', 'Confirmation of the plan of joint supervision') },
      ],
    },
  },
};

/** Answers that are no button of whoever gave them, by name. */
export const sharedAnswers: Readonly<Record<string, Text>> = {
  name: text('派出检查员', 'Inspectors sent'),
  replace: text('补派检查员', 'Inspectors sent in the place of others'),
};
