/** What stands under something else, or under nothing. */
interface Node {
  readonly unitId: string;
  readonly parentId: string | null;
}

/** Every unit behind the one that it is under, with how deep it stands; one whose parent is not there stands at the top. */
export function inTreeOrder<Unit extends Node>(
  units: readonly Unit[],
): readonly { readonly unit: Unit; readonly depth: number }[] {
  const known = new Set(units.map(({ unitId }) => unitId));
  const under = (parentId: string | null, depth: number): readonly { readonly unit: Unit; readonly depth: number }[] =>
    units
      .filter((unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...under(unit.unitId, depth + 1)]);
  return under(null, 0);
}
