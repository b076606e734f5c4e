const KIB = 1_024;
const MIB = KIB * KIB;

/** Size of a file in the units in which files are shown everywhere, such as `1.2 MB`; never less than `1 KB`. */
export function fileSize(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / KIB));
  return kilo < KIB ? `${kilo} KB` : `${(bytes / MIB).toFixed(1)} MB`;
}
