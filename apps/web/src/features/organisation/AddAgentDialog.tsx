import { capacities, type Capacity } from '@lianban/domain/organisation';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import { GivenPasswordNote } from './GivenPasswordNote.tsx';
import type { Enterprise, GivenPassword } from './views.ts';
import { orNull } from './words.ts';

const capacityNames = [
  'agent',
  'legalRepresentative',
  'authorisedRepresentative',
] as const satisfies readonly Capacity[];

const capacityOf = (value: string): Capacity => capacityNames.find((name) => name === value) ?? 'agent';

/** Who is not the legal representative acts under a letter. */
const needsLetter = ({ capacity }: { readonly capacity: string }): boolean => capacity !== 'legalRepresentative';

/** Somebody new who acts for an enterprise, with account, capacity and authority letter; the answer is the one-time password. */
export function AddAgentDialog({
  enterprise,
  onClose,
}: {
  readonly enterprise: Enterprise;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const choices = capacityNames.map((name) => ({ value: name, title: text(capacities[name]) }));
  const { enterpriseId } = enterprise;
  return (
    <ActDialog title={t('addAgent')} second={enterprise.name} onClose={onClose}>
      {(close) =>
        given ? (
          <GivenPasswordNote given={given} onSeen={close} />
        ) : (
          <ActForm
            fields={[
              { name: 'name', label: t('name'), kind: 'text' },
              { name: 'user', label: t('user'), kind: 'text', hint: t('userHint') },
              { name: 'capacity', label: t('capacity'), kind: 'choice', choices, initial: 'agent' },
              { name: 'number', label: t('letterNumber'), kind: 'text', isAsked: needsLetter },
              { name: 'from', label: t('letterFrom'), kind: 'day', initial: today, isAsked: needsLetter },
              { name: 'to', label: t('letterTo'), kind: 'day', optional: true, isAsked: needsLetter },
            ]}
            submit={t('add')}
            send={({ name, user, capacity, number, from, to }) => {
              const letter = needsLetter({ capacity }) ? { number, from, to: orNull(to) } : null;
              const place = { kind: 'enterprise', enterpriseId, capacity: capacityOf(capacity), letter } as const;
              const grant = { place, since: today, until: null };
              return client.organisation.addPerson.mutate({ name, user: user.trim(), grant });
            }}
            onDone={setGiven}
            onLeave={close}
          />
        )
      }
    </ActDialog>
  );
}
