import { router } from '../../trpc.ts';
import { bureauLedger } from './bureau-ledger.ts';
import { exportLedger } from './export.ts';
import { districts } from './places.ts';
import { regionalLedger } from './regional-ledger.ts';
import { register } from './register.ts';
import { unitLedger } from './unit-ledger.ts';

/** Requests of districts and enterprises, and their three ledgers. */
export const liaisonRoutes = router({ districts, register, unitLedger, regionalLedger, bureauLedger, exportLedger });
