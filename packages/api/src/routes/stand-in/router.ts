import { router } from '../../trpc.ts';
import { deputies } from './deputies.ts';
import { end } from './end.ts';
import { give } from './give.ts';
import { mine } from './mine.ts';
import { ofUnit } from './of-unit.ts';

/** Absences, and who stands in meanwhile. */
export const standInRoutes = router({ mine, ofUnit, deputies, give, end });
