/** Steps that stand open beside the work and tell nothing of how far it is: what is watched, told on the way, or entered for somebody else. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['watchCap', 'reportProgress', 'approveLongerCap', 'readCapReport'],
  ...['remindUnits', 'followYear'],
  ...['mayDispute', 'recordRating', 'recordSupplement'],
]);

/** Whether the step only stands beside the work. */
export const standsBeside = (step: string): boolean => BESIDE.has(step);
