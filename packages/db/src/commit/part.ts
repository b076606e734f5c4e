/** One CTE of the statement that writes a turn. `{name}` in its SQL stands for the value of that name. */
export interface Part {
  readonly name: string;
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** How many rows that stood before it has to change. */
  readonly changes?: number;
  /** Its rows are duties, whose owners are told. */
  readonly tells?: true;
}

/** A part that neither changes rows that stood before nor tells anybody. */
export const part = (name: string, sql: string, values: Part['values'] = {}): Part => ({ name, sql, values });
