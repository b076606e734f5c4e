import { capacities } from '@lianban/domain/organisation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import '../../elements/mark.css';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { Enterprise } from './views.ts';
import { useDays } from './words.ts';

interface AgentProps {
  readonly agent: Enterprise['agents'][number];
  readonly onPerson: (personId: string) => void;
}

function Agent({ agent, onPerson }: AgentProps): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const { letter, capacity } = agent;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Button look="text" small className="organisation-name" onClick={() => onPerson(agent.personId)}>
          {agent.name}
        </Button>
      </th>
      <td role="cell" data-label={t('capacity')}>
        {capacity === null ? t('capacityUnknown') : text(capacities[capacity])}
      </td>
      <td role="cell" data-label={t('letter')}>
        {letter === null ? (
          t(capacity === 'legalRepresentative' ? 'letterNotNeeded' : 'letterUnknown')
        ) : (
          <span>
            {letter.number}
            <span className="second-line">{days({ since: letter.from, until: letter.to })}</span>
          </span>
        )}
      </td>
      <td role="cell" data-label={t('state')}>
        {agent.isHeld ? t('acting') : <span className="mark">{t('notHeld')}</span>}
      </td>
    </tr>
  );
}

/** An enterprise with those who act for it. */
export function EnterpriseSection(props: {
  readonly enterprise: Enterprise;
  readonly onAdd: () => void;
  readonly onPerson: (personId: string) => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { enterprise, onAdd, onPerson } = props;
  const { name, creditCode, legalPerson, district, agents } = enterprise;
  const note = [creditCode, t('legalPersonOf', { name: legalPerson }), ...(district === null ? [] : [text(district)])];
  const heads = [t('name'), t('capacity'), t('letter'), t('state')];
  return (
    <Section
      title={name}
      note={note.join(t('semicolon'))}
      aside={
        <Button small onClick={onAdd} aria-label={t('addAgentTo', { name })}>
          {t('addAgent')}
        </Button>
      }
    >
      {agents.length === 0 ? (
        <p className="state-note">{t('noAgents')}</p>
      ) : (
        <CardTable className="people-table" caption={t('agentsOf', { name })} heads={heads}>
          {agents.map((agent) => (
            <Agent key={agent.postId} agent={agent} onPerson={onPerson} />
          ))}
        </CardTable>
      )}
    </Section>
  );
}
