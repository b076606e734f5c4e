import { randomUUID } from 'node:crypto';
import { SEARCH_ATTRIBUTES } from '@lianban/workflows/messages';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { Connection } from '@temporalio/client';
import { eventually } from './eventually.ts';

const { INDEXED_VALUE_TYPE_KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;
const DAY_MS = 86_400_000;

/** A namespace of one's own on the shared server, ready for case workflows. */
export async function newNamespace(connection: Connection): Promise<string> {
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const { workflowService, operatorService } = connection;
  await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(DAY_MS) });
  const searchAttributes = Object.fromEntries(
    Object.values(SEARCH_ATTRIBUTES).map((name) => [name, INDEXED_VALUE_TYPE_KEYWORD]),
  );
  // A namespace is known to every part of the server only after a moment.
  await eventually('search attributes of the new namespace', async () => {
    try {
      await operatorService.addSearchAttributes({ namespace, searchAttributes });
      return true;
    } catch {
      return false;
    }
  });
  return namespace;
}
