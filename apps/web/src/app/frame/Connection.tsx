import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Offline } from '../../elements/states/Offline.tsx';

const subscribe = (listener: () => void): (() => void) => onlineManager.subscribe(listener);

/** Says so while the device has no connection. */
export function Connection(): ReactNode {
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  return online ? null : <Offline />;
}
