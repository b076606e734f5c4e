import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import './states.css';

/** 已被他人处理, with what changed; nothing is redrawn until the reader asks for it. */
export function Stale({
  changed,
  onReload,
}: {
  readonly changed: ReactNode;
  readonly onReload: () => void;
}): ReactNode {
  const { t } = useTranslation('elements');
  return (
    <div className="state-strip" role="status">
      <span>
        <strong>{t('stale')}</strong> {changed}
      </span>
      <Button small onClick={onReload}>
        {t('reload')}
      </Button>
    </div>
  );
}
