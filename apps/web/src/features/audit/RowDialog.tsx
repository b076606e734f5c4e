import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../elements/acting-name.ts';
import { Button } from '../../elements/Button.tsx';
import { exactInstant } from '../../elements/dates.ts';
import { Dialog } from '../../elements/Dialog.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { TrailRow } from './use-trail.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type Line = readonly [name: string, value: ReactNode];

const Lines = ({ lines }: { readonly lines: readonly Line[] }): ReactNode => (
  <dl className="audit-lines">
    {lines.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

function useContent(row: TrailRow): readonly Line[] {
  const { t } = useTranslation('audit');
  const text = useText();
  const { who, kind, about, rule, caseNumber } = row;
  const nameOf = useActingName();
  const own: readonly (Line | null)[] = [
    [t('at'), exactInstant(row.at)],
    kind && [t('kind'), text(kind)],
    [t('outcome'), t(row.outcome)],
    [t('who'), who ? nameOf(who.name, who.standingInFor) : t('system')],
    who?.role ? [t('post'), text(who.role)] : null,
    who && [t('unit'), text(who.place)],
    about && [t('what'), text(about)],
    rule && [t('rule'), text(rule)],
    caseNumber ? [t('about'), caseNumber] : null,
  ];
  return own.filter((line) => line !== null);
}

function useChain(row: TrailRow): readonly Line[] {
  const { t } = useTranslation('audit');
  return [
    [
      t('check'),
      <strong className={row.isSound ? undefined : 'audit-unsound'}>{t(row.isSound ? 'sound' : 'unsound')}</strong>,
    ],
    [t('stream'), <code>{row.stream}</code>],
    [t('position'), t('positionOf', { position: row.position, endsAt: row.endsAt })],
    [t('previousHash'), row.previousHash === null ? t('first') : <code>{row.previousHash}</code>],
    [t('hash'), <code>{row.hash}</code>],
    [t('algorithm'), <code>{row.algorithm}</code>],
  ];
}

/** The whole row: what it tells, and how it stands in its chain. */
export function RowDialog({ row, onClose }: { readonly row: TrailRow; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('audit');
  const text = useText();
  const title = useId();
  const content = useContent(row);
  const chain = useChain(row);
  const details = row.details.map(({ name, title: words, value }): Line => [
    words ? text(words) : name,
    <code>{INSTANT.test(value) ? exactInstant(value) : value}</code>,
  ]);
  return (
    <Dialog labelledBy={title} className="audit-dialog" onClose={onClose}>
      {(close) => (
        <>
          <div className="panel-acts">
            <h2 id={title} className="audit-dialog-title">
              {text(row.title)}
            </h2>
            <Button onClick={close}>{t('close')}</Button>
          </div>
          <Lines lines={content} />
          {details.length > 0 && (
            <Section title={t('content')}>
              <Lines lines={details} />
            </Section>
          )}
          <Section title={t('chain')}>
            <Lines lines={chain} />
          </Section>
        </>
      )}
    </Dialog>
  );
}
