import { LianbanError, type ErrorCode } from '@lianban/domain/error';

/** What PostgreSQL calls a key that is there already, and rows of which only one may be. */
const SQLSTATES = { duplicate: '23505', overlap: '23P01' } as const;

/** Runs a statement; a violation of that kind is refused with the code. @throws LianbanError */
export async function refusing<T>(kind: keyof typeof SQLSTATES, code: ErrorCode, statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === SQLSTATES[kind]) throw new LianbanError(code);
    throw failure;
  }
}
