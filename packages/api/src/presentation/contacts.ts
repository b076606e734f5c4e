import type { CaseRecord } from '@lianban/db/queries/case-page';
import {
  contactFields,
  showingOf,
  shownPersonal,
  type ContactField,
  type PersonalKind,
} from '@lianban/domain/personal';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { casePage } from '../views/case.ts';
import { standingTo, type Reader } from './owner.ts';

/** What each is, and what it is called. */
const contacts = {
  contact: { kind: 'name', title: text('联系人', 'Contact person') },
  phone: { kind: 'phone', title: text('联系电话', 'Telephone') },
  signature: { kind: 'name', title: text('承诺签署人', 'Signed the commitment') },
} as const satisfies Record<ContactField, { readonly kind: PersonalKind; readonly title: Text }>;

type ContactView = z.infer<typeof casePage>['contacts'][number];

type Written = Pick<CaseRecord, 'head' | 'duties'>;

/** The value as it was written; null when it was not. */
function valueOf({ head }: Written, field: ContactField): string | null {
  const value = head.form[field];
  const inner: unknown = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
  return typeof inner === 'string' && inner.trim() !== '' ? inner : null;
}

/** Whom to ask at the applicant, masked on this side of the wire where the reader may not see all of it. */
export const contactsOf = (record: Written, reader: Reader): ContactView[] =>
  contactFields.flatMap((field) => {
    const { kind, title } = contacts[field];
    const standing = standingTo(record, reader);
    const whole = valueOf(record, field);
    const value = whole === null ? null : shownPersonal(kind, whole, standing);
    if (value === null) return [];
    const showing = showingOf(kind, standing);
    return [{ field, title, value, masked: showing !== 'shown', needsReason: showing === 'maskedForReason' }];
  });

/** A datum that somebody asks to see whole. */
export interface Revealed {
  readonly kind: PersonalKind;
  readonly value: string;
  readonly needsReason: boolean;
}

/** The whole of it for whoever may have it; null when there is none, or none for them. */
export function revealedOf(record: Written, field: ContactField, reader: Reader): Revealed | null {
  const { kind } = contacts[field];
  const showing = showingOf(kind, standingTo(record, reader));
  const value = valueOf(record, field);
  return value === null || showing === 'absent' ? null : { kind, value, needsReason: showing === 'maskedForReason' };
}
