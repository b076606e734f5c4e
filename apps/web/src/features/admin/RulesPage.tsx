import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { rulesNamed } from '../../elements/rules-named.ts';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { countMarks, markOf, marks, rulesMarked, type RuleRow } from './rule-marks.ts';
import { QuantityTable } from './QuantityTable.tsx';
import { SeparationTable } from './SeparationTable.tsx';
import { RuleTable } from './RuleTable.tsx';
import './admin.css';

function useSentence(rules: readonly RuleRow[] | undefined): string {
  const { t } = useTranslation('admin');
  return rules ? t('rulesSentence', { count: rules.length, ...countMarks(rules) }) : t('rules');
}

/** Sources as filters with their counts, each an address of its own. */
function Marks({ rules }: { readonly rules: readonly RuleRow[] }): ReactNode {
  const { t } = useTranslation('admin');
  return (
    <nav className="chips rules-marks" aria-label={t('marks')}>
      {[null, ...marks].map((mark) => (
        <Link
          key={mark ?? 'all'}
          to="/admin/rules"
          {...(mark ? { hash: mark } : {})}
          resetScroll={false}
          activeOptions={{ exact: true, includeHash: true }}
          className="chip"
        >
          {mark ? t(mark) : t('allMarks')} {rulesMarked(rules, mark).length}
        </Link>
      ))}
    </nav>
  );
}

/** 规则: every limit with its source, so that a default of ours is never taken for law. */
export default function RulesPage(): ReactNode {
  const { t } = useTranslation('admin');
  const chosen = markOf(useLocation({ select: ({ hash }) => hash }));
  const { data: rules, error, isPending, refetch } = useQuery(trpc.admin.rules.queryOptions());
  const [sought, setSought] = useState('');
  const shown = rules && rulesNamed(rulesMarked(rules, chosen), sought);
  return (
    <>
      <Answer sentence={useSentence(rules)}>{t('rulesNote')}</Answer>
      <p className="rules-acts">
        <Link to="/admin/calendar/new" search={{ kind: 'rule' }} className="button">
          {t('revise')}
        </Link>
        <Link to="/admin/calendar/new" search={{ kind: 'caseRule' }} className="button">
          {t('reviseCase')}
        </Link>
      </p>
      {isPending && <Loading rows={10} />}
      {error && !rules && <ErrorState error={error} onRetry={() => void refetch()} />}
      {rules && rules.length > 0 && (
        <div className="rules-find">
          <Marks rules={rules} />
          <input
            type="search"
            className="input rules-search"
            aria-label={t('searchRules')}
            placeholder={t('searchRules')}
            maxLength={100}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
      )}
      {shown && shown.length > 0 && <RuleTable rules={shown} />}
      {shown && chosen === null && sought === '' && <QuantityTable />}
      {shown && chosen === null && sought === '' && <SeparationTable />}
      {shown?.length === 0 && <Empty sentence={t(sought ? 'emptySearch' : chosen ? 'emptyMark' : 'emptyRules')} />}
    </>
  );
}
