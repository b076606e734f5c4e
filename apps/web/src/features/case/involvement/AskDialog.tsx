import { Form } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { FormFields } from '../../../elements/FormFields.tsx';
import { useInvolvementAct } from '../../../elements/involvement/use-act.ts';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { useText } from '../../../locales/index.ts';
import { sentForm } from '../duty/sent-form.ts';
import type { DutyView } from '../views.ts';
import { OutcomeField, RuleField, WordsField } from './AskFields.tsx';
import { emptyDraft, isMissing, personKind, sendAsk, type AskKind, type Draft } from './asking.ts';
import { PeoplePicker } from './PeoplePicker.tsx';
import '../../../elements/involvement/involvement.css';

type Values = Record<string, unknown>;

interface Asking {
  readonly kind: AskKind;
  readonly duty: DutyView;
}

const titles = { after: 'sign', add: 'addSign' } as const;
const titleOf = (kind: AskKind) => (kind === 'after' || kind === 'add' ? titles[kind] : kind);

/** Units that a duty can go to, or that can be told. */
function UnitChoice(props: {
  readonly label: string;
  readonly units: readonly { readonly unitId: string; readonly unit: DutyView['owner']['unit'] }[];
  readonly chosen: readonly string[];
  readonly onChoose: (units: readonly string[]) => void;
}): ReactNode {
  const text = useText();
  const { label, units, chosen, onChoose } = props;
  if (units.length === 0) return null;
  return (
    <label>
      {label}
      <select value={chosen[0] ?? ''} onChange={({ target }) => onChoose(target.value === '' ? [] : [target.value])}>
        <option value="" />
        {units.map(({ unitId, unit }) => (
          <option key={unitId} value={unitId}>
            {text(unit)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The form of one kind: whom, by which rule, and with which words. */
function AskForm({ kind, duty, close }: Asking & { readonly close: () => void }): ReactNode {
  const { t } = useTranslation('involvement');
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isTried, setTried] = useState(false);
  const [form] = Form.useForm<Values>();
  // The same content sent again after a lost connection is the same request.
  const requestId = useRef(crypto.randomUUID());
  const { caseId, key } = duty;
  const people = useQuery(trpc.involvement.people.queryOptions({ caseId, duty: key }));
  const act = useInvolvementAct(
    (values: Values) => sendAsk(kind, { caseId, duty: key, requestId: requestId.current }, { draft, form: values }),
    { said: t('sent'), onDone: close },
  );
  const change = (part: Partial<Draft>): void => {
    requestId.current = crypto.randomUUID();
    setDraft({ ...draft, ...part });
  };
  const outcome = duty.outcomes.find(({ name }) => name === draft.outcome);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isMissing(kind, draft)) return;
    if (kind === 'after') await form.validateFields();
    const values = form.getFieldsValue(true) as Values; // antd knows them as any
    act.send(outcome ? sentForm(outcome.form, values) : {});
  };
  if (people.error) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Loading rows={4} />;
  return (
    <div className="involvement-form">
      {(kind === 'countersign' || kind === 'after') && <OutcomeField {...{ duty, draft }} onChange={change} />}
      {kind === 'countersign' && (
        <WordsField
          label={t('draft')}
          value={draft.opinion}
          onChange={(opinion) => change({ opinion })}
          longest={2000}
        />
      )}
      {kind === 'after' && outcome && (
        <Form form={form} layout="vertical" requiredMark={false} component={false}>
          <FormFields fields={outcome.form} />
        </Form>
      )}
      <PeoplePicker
        people={people.data.people}
        kind={personKind[kind]}
        several={kind !== 'reassign' && kind !== 'delegate'}
        inOrder={draft.rule === 'inOrder'}
        chosen={draft.posts}
        onChoose={(posts) => change(kind === 'reassign' ? { posts, units: [] } : { posts })}
      />
      {kind === 'reassign' && (
        <UnitChoice
          label={t('toPool')}
          units={people.data.units}
          chosen={draft.units}
          onChoose={(units) => change({ units, posts: [] })}
        />
      )}
      {(kind === 'countersign' || kind === 'after') && <RuleField draft={draft} onChange={change} />}
      {kind !== 'countersign' && (
        <WordsField
          label={t(kind === 'reassign' ? 'reason' : 'noteField')}
          value={draft.words}
          onChange={(words) => change({ words })}
        />
      )}
      {isTried && isMissing(kind, draft) && (
        <p className="error-text" role="alert">
          {t('missing')}
        </p>
      )}
      <ErrorText error={act.error} />
      <p className="involvement-acts">
        <Button look="solid" aria-busy={act.isPending} onClick={() => void submit().catch(() => undefined)}>
          {t('send')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </div>
  );
}

/** Asks colleagues about a duty: one panel for 转办, 委派, 协办, 会签, 加签 and 抄送. */
export function AskDialog({ kind, duty, onClose }: Asking & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const id = useId();
  const title = titleOf(kind);
  return (
    <Dialog labelledBy={id} onClose={onClose} className="involvement-dialog">
      {(close) => (
        <>
          <h2 id={id}>
            {t(title)} · {text(duty.stepTitle)}
          </h2>
          <p className="involvement-note">{t(`${title}Means`)}</p>
          <AskForm kind={kind} duty={duty} close={close} />
        </>
      )}
    </Dialog>
  );
}
