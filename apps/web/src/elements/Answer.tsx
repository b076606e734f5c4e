import { useEffect, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * The sentence the reader came for: the only heading of the first rank and, with the product's name, the title of the document.
 * With `ref` the heading can be focused, for an answer that comes in place of a form.
 */
export function Answer(props: {
  readonly sentence: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLHeadingElement>;
}): ReactNode {
  const { sentence, children, ref } = props;
  const { t } = useTranslation('frame');
  useEffect(() => {
    document.title = `${sentence} · ${t('brand')}`;
  }, [sentence, t]);
  return (
    <header className="answer">
      <h1 ref={ref} tabIndex={ref ? -1 : undefined}>
        {sentence}
      </h1>
      {children && <p className="answer-second">{children}</p>}
    </header>
  );
}
