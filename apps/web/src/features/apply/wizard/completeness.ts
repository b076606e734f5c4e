import type { Text } from '@lianban/domain/text';
import type { DraftView, Route } from '../views.ts';
import { noticeChanged, routeOf } from './draft-content.ts';

/** Steps of the wizard; the ordinary procedure knows neither conditions promised nor a commitment. */
export type WizardStep = 'enterprise' | 'materials' | 'conditions' | 'commitment' | 'submit';

/** What is missing, as a key of the sentence that says so. */
export type GapReason =
  | 'contact'
  | 'phone'
  | 'premises'
  | 'material'
  | 'conditions'
  | 'promisePast'
  | 'promiseClosed'
  | 'signature'
  | 'noticeChanged'
  | 'routeClosed';

/** Something still missing: in which step, at which field, why. `subject` names a material. */
export interface Gap {
  readonly step: WizardStep;
  readonly field: string;
  readonly reason: GapReason;
  readonly subject?: Text;
}

/** What completeness is judged by. */
export type DraftFacts = Pick<DraftView, 'item' | 'content' | 'attachments' | 'notice' | 'eligibility'>;

const byRoute = {
  commitment: ['enterprise', 'materials', 'conditions', 'commitment', 'submit'],
  ordinary: ['enterprise', 'materials', 'submit'],
} as const satisfies Record<Route, readonly WizardStep[]>;

/** The steps of a route, in order. */
export const stepsOf = (route: Route): readonly WizardStep[] => byRoute[route];

/** Id of the field of a material on the page. */
export const materialField = (key: string): string => `material-${key}`;

const blank = (value: string | undefined): boolean => (value ?? '').trim() === '';

const enterpriseGaps = ({ content }: DraftFacts): Gap[] =>
  (['contact', 'phone', 'premises'] as const)
    .filter((field) => blank(content[field]))
    .map((field) => ({ step: 'enterprise', field, reason: field }));

/** Whether there is a file for the material, or its paper comes to the window. */
const isReady = ({ content, attachments }: Pick<DraftFacts, 'content' | 'attachments'>, key: string): boolean =>
  content.materials?.[key]?.provided === true || attachments.some(({ material }) => material === key);

const materialGaps = (draft: DraftFacts): Gap[] =>
  draft.item.materials
    .filter(
      ({ key, need, curable }) =>
        need === 'required' && !isReady(draft, key) && !(curable && routeOf(draft) === 'ordinary'),
    )
    .map(({ key, title }) => ({ step: 'materials', field: materialField(key), reason: 'material', subject: title }));

function conditionGaps({ item, content }: DraftFacts, today: string): Gap[] {
  const promised = content.conditionsMetOn;
  if (promised === undefined) return [{ step: 'conditions', field: 'conditions', reason: 'conditions' }];
  if (promised === null) return [];
  if (!item.laterConditions) return [{ step: 'conditions', field: 'conditions', reason: 'promiseClosed' }];
  return promised > today ? [] : [{ step: 'conditions', field: 'conditionsMetOn', reason: 'promisePast' }];
}

function commitmentGaps(draft: DraftFacts): Gap[] {
  if (noticeChanged(draft)) return [{ step: 'commitment', field: 'signature', reason: 'noticeChanged' }];
  return draft.content.signature ? [] : [{ step: 'commitment', field: 'signature', reason: 'signature' }];
}

const routeGaps = (draft: DraftFacts): Gap[] =>
  draft.eligibility.routes.includes(routeOf(draft)) ? [] : [{ step: 'submit', field: 'route', reason: 'routeClosed' }];

/** Everything that keeps a draft from being submitted, in the order of the steps; empty when it may go. The API checks again. */
export function gapsOf(draft: DraftFacts, today: string): readonly Gap[] {
  const promised = routeOf(draft) === 'commitment' ? [...conditionGaps(draft, today), ...commitmentGaps(draft)] : [];
  return [...enterpriseGaps(draft), ...materialGaps(draft), ...promised, ...routeGaps(draft)];
}

/** Where to go on: the first step with something missing, otherwise the last. */
export const firstOpenStep = (draft: DraftFacts, today: string): WizardStep =>
  gapsOf(draft, today)[0]?.step ?? 'submit';

/** The step an address names, if the route has it. */
export const stepNamed = (name: string, route: Route): WizardStep | undefined =>
  stepsOf(route).find((step) => step === name);

/** How many required materials there are and how many are ready. */
export function requiredReady(draft: Pick<DraftFacts, 'item' | 'content' | 'attachments'>): {
  readonly ready: number;
  readonly of: number;
} {
  const required = draft.item.materials.filter(({ need }) => need === 'required');
  return {
    ready: required.filter(({ key }) => isReady(draft, key)).length,
    of: required.length,
  };
}
