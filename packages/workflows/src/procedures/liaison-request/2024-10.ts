import { assertNever } from '@lianban/domain/assert-never';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { accept, sign } from './accepting.ts';
import { askBureau } from './bureau.ts';
import { awaitPlatform, deliberate, dispatch, instruct, prepareAgenda } from './climbing.ts';
import { closedLoop, implementation, rulesOfWork } from './fields.ts';
import { companionsOf, followPolicy, rate, type Companions } from './following.ts';
import { coordinate, handle, reply } from './handling.ts';
import { requestOf, requestSteps, type RequestProceeding, type Stage } from './stage.ts';

/** 区县联络诉求: what districts and enterprises ask for, handled by whoever was asked first and carried upwards until somebody can settle it. */
export const liaisonRequest = procedure({
  id: 'liaison-request',
  edition: '2024-10',
  title: text('区县联络诉求办理', 'Liaison request of a district'),
  series: '诉',
  basis: [rulesOfWork, implementation, closedLoop],
  steps: requestSteps,
  endings: {
    satisfied: text('办结（满意）', 'Settled, satisfied'),
    byDefault: text('办结（逾期未评价，默认满意）', 'Settled, satisfied by default'),
    dissatisfiedTwice: text('办结（二次不满意）', 'Settled, dissatisfied twice'),
    unsupported: text('政策不支持，归档', 'Not supported by policy'),
    merged: text('合并办理', 'Merged'),
    pointedToWindow: text('指引窗口申请', 'Pointed to the window'),
    notRequest: text('不属诉求', 'No liaison request'),
    reportTransferred: text('线索移送', 'Report transferred'),
    reportUnfounded: text('线索查无依据', 'Report unfounded'),
    withdrawn: text('诉求人撤回', 'Withdrawn'),
  },
  clockRules: [
    'liaison.consult',
    'liaison.help',
    'liaison.complex',
    'liaison.cap',
    'liaison.cap.extend',
    'report.check',
    'report.check.extend',
  ],
  flow: async (p) => {
    const { receivedBy, regionalUnit } = requestOf(p);
    p.issue('requestSlip');
    if (receivedBy !== regionalUnit) {
      p.notify('requestReceived', { unit: regionalUnit, role: 'RLO' });
      p.notify('requestReceived', { unit: regionalUnit, role: 'DLO' });
    }
    const beside = companionsOf(p);
    for (let stage: Stage = { at: 'accept', unit: receivedBy }; ;) stage = await go(p, stage, beside);
  },
});

/** One transition of the table of states. */
function go(p: RequestProceeding, stage: Stage, beside: Companions): Promise<Stage> {
  switch (stage.at) {
    case 'accept':
      return accept(p, stage.unit, beside);
    case 'sign':
      return sign(p, stage.unit, stage.from);
    case 'handle':
      return handle(p, stage, beside);
    case 'coordinate':
      return coordinate(p, stage);
    case 'reply':
      return reply(p, stage, beside);
    case 'dispatch':
      return dispatch(p, stage.accepting, beside);
    case 'instruct':
      return instruct(p, stage.accepting);
    case 'prepareAgenda':
      return prepareAgenda(p, stage.accepting);
    case 'deliberate':
      return deliberate(p, stage.accepting);
    case 'platform':
      return awaitPlatform(p, stage);
    case 'bureau':
      return askBureau(p, stage);
    case 'rate':
      return rate(p, stage.accepting);
    case 'unsupported':
      beside.end();
      return followPolicy(p, stage.accepting);
    default:
      return assertNever(stage);
  }
}
