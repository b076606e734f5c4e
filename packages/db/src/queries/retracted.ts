/** SQL: whether the ledger row `taking` takes back what `turn` was, a row with `case_id` and `version`; by the index that keeps it once. */
export const retracts = (taking: string, turn: string): string =>
  `${taking}.case_id = ${turn}.case_id AND ${taking}.kind = 'retract' AND (${taking}.input ->> 'version')::int = ${turn}.version`;
