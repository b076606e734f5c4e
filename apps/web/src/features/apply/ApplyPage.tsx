import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.tsx';
import { CataloguePage } from './catalogue/CataloguePage.tsx';
import { ItemPage } from './item/ItemPage.tsx';
import { WizardPage } from './wizard/WizardPage.tsx';
import './apply.css';

/** 我要办: the catalogue, then one item with its checks, then the wizard of a draft; the address says which. */
export default function ApplyPage(): ReactNode {
  const me = useMe();
  const { draftId } = useParams({ strict: false });
  const { item, province } = useSearch({ strict: false });
  if (draftId) return <WizardPage key={draftId} draftId={draftId} />;
  if (item) return <ItemPage key={item} code={item} province={province ?? me.post.province} />;
  return <CataloguePage />;
}
