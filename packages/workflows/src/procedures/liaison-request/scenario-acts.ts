import type { FlowValues } from '@lianban/domain/field';
import type { LiaisonRequest } from '@lianban/domain/liaison';
import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';

/** The regional units of Chongqing: four inspectorates and the review centre. */
const regionalUnits = [
  'cq-inspectorate-1',
  'cq-inspectorate-2',
  'cq-inspectorate-3',
  'cq-inspectorate-4',
  'cq-review-centre',
] as const;

const fromBanan: LiaisonRequest = {
  ...{ source: 'district', district: '500113', districtProvince: 'CQ', category: 'help', sensitive: false },
  ...{ receivedBy: 'cq-review-centre', regionalUnit: 'cq-review-centre', regionalUnits },
};

/** A request of 巴南区 that the review centre received on Monday, 8 June 2026, unless it says otherwise. */
export const request = (differing: Partial<LiaisonRequest> = {}, receivedOn = '2026-06-08') =>
  ({
    item: 'liaison-request',
    receivedOn,
    opening: { request: { ...fromBanan, ...differing }, commitment: null },
  }) as const satisfies Partial<Scenario>;

/** An act by its day, step and button. */
// eslint-disable-next-line max-params -- a line of a life reads like a diary
export const act = (on: string, step: string, outcome: string, flow: FlowValues = {}): ScenarioAct => ({
  ...{ on, step, outcome, flow },
});

/** A unit that is named in a form. */
export const at = (unit: string): FlowValues => ({ unit });

/** Units that help. */
export const helping = (...units: readonly string[]): FlowValues => ({ helpers: units.map((unit) => ({ unit })) });

/** Accepted as help and handled by the unit itself. */
export const accepted = (on: string): ScenarioAct => act(on, 'accept', 'acceptOwn', { category: 'help' });

/** From the proposal to the answer, on one day. */
export const answered = (on: string): readonly ScenarioAct[] => [
  act(on, 'handle', 'proposeReply'),
  act(on, 'approveReply', 'approve'),
  act(on, 'giveReply', 'reply'),
];

/** The requester is satisfied, and the file is closed. */
export const closed = (on: string): readonly ScenarioAct[] => [
  act(on, 'rate', 'satisfied'),
  act(on, 'archive', 'archive'),
];
