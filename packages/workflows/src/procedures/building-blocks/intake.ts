import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text, type Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from './fields.ts';

/** 收件受理: the five outcomes of 许可法32, one supplement notice at most, silence accepts. */
export const intakeSteps = catalogue({
  intake: {
    title: text('收件受理', 'Intake and acceptance'),
    owner: 'WIN',
    limit: 'permit.intake',
    policy: 'DEEMED',
    lapse: {
      means: text('逾期不告知，自收到材料之日起视为受理', 'Deemed accepted as of receipt'),
      documents: ['deemedAcceptance'],
    },
    basis: [cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      accept: { title: text('受理', 'Accept'), form: [opinion], documents: ['acceptanceNotice'], tone: 'primary' },
      correctOnTheSpot: { title: text('当场更正', 'Correct on the spot'), form: [statement] },
      requestSupplement: {
        title: text('一次性告知补正', 'Request supplement, once'),
        form: [
          {
            name: 'items',
            label: text('需补正的全部内容', 'Everything to be supplemented'),
            kind: { type: 'list', maxItems: 30, maxLength: 200 },
            required: true,
          },
        ],
        documents: ['supplementNotice'],
      },
      refuse: {
        title: text('不予受理（非本机关职权）', 'Not accepted: other authority'),
        form: [
          reasons,
          {
            name: 'competentBody',
            label: text('有权机关', 'Competent authority'),
            kind: { type: 'line', maxLength: 100 },
            required: true,
          },
        ],
        documents: ['nonAcceptanceNotice'],
        tone: 'danger',
        irreversible: true,
      },
      notRequired: {
        title: text('不受理（无需许可）', 'No permit required'),
        form: [reasons],
        documents: ['notRequiredNotice'],
        irreversible: true,
      },
    },
  },
  supplement: {
    title: text('补正材料', 'Supplement'),
    owner: 'APP',
    limit: 'permit.supplement.applicant',
    policy: 'LAPSE',
    lapse: {
      means: text('逾期未补正，终止办理；可重新申请', 'Proceedings end; a new application may be made'),
      documents: ['terminationNotice'],
    },
    basis: [cite('LIC', '32')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交补正材料', 'Submit supplement'),
        form: [statement],
        documents: ['receipt'],
        tone: 'primary',
      },
    },
  },
});

const onlyOnce: Text = text(
  '补正只能一次性告知，本申请已告知过',
  'A supplement may be requested once only, and has been',
);

/** Examines what was received that day until it is accepted or over; gives the day on which it counts as accepted. */
export async function intake(
  p: Proceeding<typeof intakeSteps>,
  receivedOn: CivilDate = p.opening.receivedOn,
): Promise<CivilDate> {
  let received = receivedOn;
  for (;;) {
    const supplemented = p.times('intake', 'requestSupplement') > 0;
    const finding = supplemented
      ? await p.step('intake', { since: received, without: { requestSupplement: onlyOnce } })
      : await p.step('intake', { since: received });
    switch (finding.outcome) {
      case 'accept':
        return finding.on;
      case 'lapsed':
        return received;
      case 'correctOnTheSpot':
        continue;
      case 'requestSupplement': {
        const supplement = await p.step('supplement');
        if (supplement.outcome === 'lapsed') p.close('terminated');
        received = supplement.receivedOn;
        continue;
      }
      case 'refuse':
        p.close('notAccepted');
      case 'notRequired':
        p.close('notRequired');
    }
  }
}
