import type { ButtonHTMLAttributes, ReactNode } from 'react';

/** Look of a button; one `solid` per screen. */
export type ButtonLook = 'solid' | 'outlined' | 'text' | 'danger';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>;

/**
 * A button of the pages that do without the form library, with its measures.
 * `unavailable` keeps it focusable and says why: a disabled button takes no focus and explains nothing.
 */
export function Button(
  props: Native & { readonly look?: ButtonLook; readonly small?: boolean; readonly unavailable?: boolean },
): ReactNode {
  const { look = 'outlined', small = false, unavailable = false, className, onClick, ...native } = props;
  return (
    <button
      type="button"
      {...native}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? (event) => event.preventDefault() : onClick}
      className={['button', `button-${look}`, small ? 'button-small' : '', className].filter(Boolean).join(' ')}
    />
  );
}
