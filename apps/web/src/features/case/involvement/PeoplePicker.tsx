import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../elements/involvement/views.ts';
import { useText } from '../../../locales/index.ts';

type Kind = keyof PersonView['whyNot'];

/** Whether what was typed is in the name, the unit or the role, in either language. */
const matches = ({ name, unit, roleTitle }: PersonView, words: string): boolean =>
  [name, unit.zh, unit.en, roleTitle.zh, roleTitle.en].join(' ').toLowerCase().includes(words.trim().toLowerCase());

/** Colleagues to choose from; whoever may not be asked stays in sight with the reason. The order of choice is kept. */
export function PeoplePicker(props: {
  readonly people: readonly PersonView[];
  readonly kind: Kind;
  readonly several: boolean;
  readonly inOrder: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (posts: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const { people, kind, several, inOrder, chosen, onChoose } = props;
  const shown = people.filter((person) => matches(person, words) || chosen.includes(person.postId));
  const toggle = (postId: string): void => {
    if (!several) onChoose([postId]);
    else onChoose(chosen.includes(postId) ? chosen.filter((one) => one !== postId) : [...chosen, postId]);
  };
  return (
    <fieldset>
      <legend>
        {t(inOrder ? 'peopleInOrder' : 'people')}{' '}
        {several && chosen.length > 0 && t('chosen', { count: chosen.length })}
      </legend>
      <input
        type="search"
        aria-label={t('searchPeople')}
        placeholder={t('searchPeople')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {shown.length === 0 && <p className="involvement-note">{t('nobodyFound')}</p>}
      <ul className="involvement-people" tabIndex={0} aria-label={t('people')}>
        {shown.map(({ postId, name, unit, roleTitle, whyNot }) => {
          const why = whyNot[kind] ?? null;
          const place = chosen.indexOf(postId);
          return (
            <li key={postId}>
              <label>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={id}
                  checked={place >= 0}
                  disabled={why !== null}
                  onChange={() => toggle(postId)}
                />
                {inOrder && place >= 0 && <span className="involvement-order">{place + 1}</span>}
                <span>{name}</span>
                <span className="involvement-place">
                  {text(unit)} · {text(roleTitle)}
                </span>
                {why && <span className="involvement-place">{text(why)}</span>}
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
