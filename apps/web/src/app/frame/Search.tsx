import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../elements/icons.tsx';
import { useKeys } from '../keyboard.ts';
import { useLive } from '../live.tsx';

/** Search over cases by number, enterprise or person; two characters suffice. */
export function Search(): ReactNode {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const { announce } = useLive();
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  const search = (event: FormEvent): void => {
    event.preventDefault();
    const asked = words.trim();
    if ([...asked].length < 2) return announce(t('searchTooShort'));
    void navigate({ to: '/cases', search: { state: 'all', search: asked } });
  };
  return (
    <form role="search" className="top-search" onSubmit={search}>
      <SearchIcon />
      <input
        ref={field}
        type="search"
        enterKeyHint="search"
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
