import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../../elements/acting-name.ts';
import type { RequestView, SheetView } from '../../../elements/involvement/views.ts';
import { useText } from '../../../locales/index.ts';
import { RequestLine } from './RequestLine.tsx';
import { TakeBack } from './TakeBack.tsx';

/** What the sheet comes to, in words: who is waited for, or that it can be sent. */
export function useSheetWords(): (sheet: SheetView) => string {
  const { t } = useTranslation('involvement');
  return ({ state, timing, waitingFor }) => {
    if (state === 'waiting')
      return waitingFor.length === 0
        ? t('sheet_waitingVacant')
        : t('sheet_waiting', { names: waitingFor.join(t('comma')) });
    return t(state === 'agreed' && timing === 'after' ? 'sheet_agreedAfter' : `sheet_${state}`);
  };
}

/** A sheet as a picture: the draft, the rule, and everybody on it with their verdict, in order. */
export function Sheet(props: {
  readonly sheet: SheetView;
  readonly signatories: readonly RequestView[];
  readonly caseId: string;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const words = useSheetWords();
  const nameOf = useActingName();
  const { sheet, signatories, caseId, today } = props;
  const { rule } = sheet;
  return (
    <section className="sheet" aria-label={t(sheet.timing === 'after' ? 'sheetAfter' : 'sheet')}>
      <div className="sheet-head">
        <h3>{t(sheet.timing === 'after' ? 'sheetAfter' : 'sheet')}</h3>
        <span className="case-note">
          {rule.kind === 'ratio' ? t('rule_ratio', { percent: rule.percent }) : t(`rule_${rule.kind}`)}
        </span>
        <strong>{words(sheet)}</strong>
        {sheet.mayLift && <TakeBack caseId={caseId} duty={sheet.duty} involvementId={null} title={t('lift')} />}
      </div>
      <p className="sheet-draft">
        {nameOf(sheet.by.person, sheet.by.standingInFor)} ·{' '}
        {t('sheetDraft', { outcome: text(sheet.outcomeTitle), opinion: sheet.opinion })}
      </p>
      <ol className="involvement-list">
        {signatories.map((request) => (
          <RequestLine key={request.id} request={request} caseId={caseId} today={today} />
        ))}
      </ol>
    </section>
  );
}
