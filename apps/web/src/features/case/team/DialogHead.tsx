import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';

/** Title and way out of a panel about a team. */
export function DialogHead(props: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <div className="team-head">
      <h2 id={props.id}>{props.title}</h2>
      <Button small onClick={props.onClose}>
        {t('close')}
      </Button>
      {props.note !== undefined && <p className="case-note">{props.note}</p>}
    </div>
  );
}
