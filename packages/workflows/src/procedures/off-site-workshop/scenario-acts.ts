import type { FlowValues } from '@lianban/domain/field';
import type { ScenarioAct } from '../../testing/scenario.ts';
import { act } from '../ordinary-permit/scenario-acts.ts';

/** Inspectors by so many names. */
export const inspectorsOf = (...names: readonly string[]): FlowValues => ({
  inspectors: names.map((name) => ({ name })),
});

/** Varieties by their names, each a change that is filed unless said otherwise. */
export const varietiesOf = (names: readonly string[], changeClass = 'filing'): FlowValues => ({
  varieties: names.map((name) => ({ name, changeClass })),
});

/** Accepted on one day; route A and the contact letter on another. */
export const letterSent = (accepted: string, sent: string, names: readonly string[]): readonly ScenarioAct[] => [
  act(accepted, 'intake', 'accept'),
  act(sent, 'chooseRoute', 'homeWithConsent', varietiesOf(names)),
  ...letterSigned(sent),
];

/** Drafted, checked and signed on one day. */
export const letterSigned = (on: string): readonly ScenarioAct[] => [
  act(on, 'draftLetter', 'propose'),
  act(on, 'auditLetter', 'agree'),
  act(on, 'signLetter', 'send'),
];

/** Who supervises what. */
export const planOf = (): FlowValues => ({
  duties: [{ what: '生产现场日常检查', who: 'site', howOften: '每年两次' }],
});

/** The plan of joint supervision, from its draft to the confirmation of the other side. */
export const planAgreed = (on: string): readonly ScenarioAct[] => [
  act(on, 'draftPlan', 'propose', planOf()),
  act(on, 'approvePlan', 'agree'),
  act(on, 'confirmPlan', 'confirmed'),
];

/** The joint inspection, the opinion of the other side and the assessment. */
export const assessed = (on: string, outcome: 'conforms' | 'fails'): readonly ScenarioAct[] => [
  act(on, 'orderInspection', 'order'),
  act(on, 'inspectSite', outcome === 'conforms' ? 'conforms' : 'fails'),
  act(on, 'opineOnAssessment', 'concur'),
  act(on, 'assess', outcome),
];
