import { Form } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownError } from '../../../app/api.ts';
import { Button, type ButtonLook } from '../../../elements/Button.tsx';
import { FormFields } from '../../../elements/FormFields.tsx';
import { useText } from '../../../locales/index.ts';
import { fateOf } from '../steady.ts';
import type { CasePageView, DutyView, OutcomeView } from '../views.ts';
import type { ActContext, DoneAct } from './act.ts';
import { Consequences } from './Consequences.tsx';
import { DutyFiles, filesMissing, useDutyFiles } from './DutyFiles.tsx';
import { isOutdated, refusalOf } from './refusal.ts';
import { Refused } from './Refused.tsx';
import { sentForm } from './sent-form.ts';
import { useAnswer } from './use-answer.ts';
import type { Kept } from './use-kept.ts';

type Values = Record<string, unknown>;

interface Acting {
  readonly duty: DutyView;
  readonly outcome: OutcomeView;
  readonly page: CasePageView;
  readonly act: ActContext;
  readonly kept: Kept;
  readonly look: ButtonLook;
  readonly onDone: (done: DoneAct) => void;
}

/** The form, what is typed in it, and sending it; a refusal marks the fields it names. */
function useActForm({ duty, outcome, act, kept, onDone }: Acting) {
  const { t } = useTranslation('case');
  const files = useDutyFiles(duty);
  const [gap, setGap] = useState<ReturnType<typeof filesMissing>>(null);
  const [form] = Form.useForm<Values>();
  const answering = useAnswer({
    ...{ duty, before: kept.found.attempt, onAttempt: kept.onAttempt },
    onDone: (done) => {
      kept.onRecorded();
      onDone(done);
    },
    onRefused: (refused: ShownError) => {
      const refusal = refusalOf(refused, duty);
      // The page holds still from here on, so that what was refused and why stay in sight.
      act.onTyped(duty.key, true);
      if (refusal.kind === 'form')
        form.setFields(refusal.fields.map((name) => ({ name, errors: [t('fieldRefused')] })));
    },
  });
  const values = (): Values => form.getFieldsValue(true) as Values; // antd knows them as any
  const send = (): void => {
    const missing = filesMissing(outcome.files, files);
    setGap(missing);
    const attachmentIds = outcome.files === null ? [] : files.files.map(({ attachmentId }) => attachmentId);
    if (missing === null) answering.send(outcome, sentForm(outcome.form, values()), attachmentIds);
  };
  return { form, answering, values, files, gap, send };
}

/** The form of the chosen button, beside it what the act brings about, and under both the button itself. */
export function ActForm(acting: Acting): ReactNode {
  const { duty, outcome, page, act, kept, look } = acting;
  const { t } = useTranslation('case');
  const text = useText();
  const id = useId();
  const { form, answering, values, files, gap, send } = useActForm(acting);
  const refusal = answering.refused && refusalOf(answering.refused, duty);
  const fate = fateOf(duty, act.latest);
  const barred = fate !== 'open' || (refusal !== null && isOutdated(refusal));
  return (
    <Form<Values>
      form={form}
      name={id}
      layout="vertical"
      className="desk-form"
      initialValues={kept.found.values}
      requiredMark={false}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => {
        if (refusal && !isOutdated(refusal)) answering.reset();
        // Those of other buttons of this duty are kept with them.
        kept.onValues(values());
      }}
      onFinish={send}
    >
      <div className="desk-columns">
        <div className="desk-fields">
          {outcome.form.length > 0 && <FormFields fields={outcome.form} />}
          {outcome.files && <DutyFiles duty={duty} taken={outcome.files} of={files} />}
          {outcome.form.length === 0 && !outcome.files && <p className="case-note">{t('noForm')}</p>}
        </div>
        <Consequences duty={duty} outcome={outcome} page={page} />
      </div>
      <div className="desk-foot">
        <Button
          type="submit"
          look={look}
          className={look === 'solid' && outcome.tone === 'danger' ? 'desk-danger' : undefined}
          aria-busy={answering.pending}
          unavailable={barred}
          aria-describedby={barred ? `${id}-news` : undefined}
        >
          {answering.pending ? t('sending') : text(outcome.title)}
        </Button>
        {gap && (
          <span className="error-text" role="alert">
            {t(gap)}
          </span>
        )}
        {refusal?.kind === 'undecided' && <span className="case-note">{t('sameAgain')}</span>}
      </div>
      <div id={`${id}-news`}>
        <Refused duty={duty} act={act} refused={answering.refused} />
      </div>
    </Form>
  );
}
