import { text, type Text } from './text.ts';

/** Whose words an inspection concludes in: 药品检查管理办法 (2023), 医疗器械质量管理体系核查, or neither of them. */
export type ConclusionModel = 'DRUG_2023' | 'DEVICE_QMS' | 'GENERIC';

/** What an inspection on the spot concludes, whatever it is called. */
export type Conclusion = 'conforms' | 'toRectify' | 'fails';

/** What each conclusion is called in each model (药品检查管理办法（试行）2023; 体系核查指南 2015, the newer one unverified). */
export const conclusionTitles = {
  DRUG_2023: {
    conforms: text('符合要求', 'Meets the requirements'),
    toRectify: text('待整改后评定', 'To be assessed after rectification'),
    fails: text('不符合要求', 'Does not meet the requirements'),
  },
  DEVICE_QMS: {
    conforms: text('通过核查', 'Passes'),
    toRectify: text('整改后复查', 'To be checked again after rectification'),
    fails: text('未通过核查', 'Does not pass'),
  },
  GENERIC: {
    conforms: text('符合', 'Conforms'),
    toRectify: text('限期整改', 'To be rectified'),
    fails: text('不符合', 'Does not conform'),
  },
} as const satisfies Record<ConclusionModel, Record<Conclusion, Text>>;

/** Grades of a defect, the gravest first. */
export const defectGrades = {
  critical: text('严重缺陷', 'Critical'),
  major: text('主要缺陷', 'Major'),
  minor: text('一般缺陷', 'Minor'),
} as const satisfies Record<string, Text>;
