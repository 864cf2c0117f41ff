/** What a record is called beside a badge that tells its log: `ADR-012` of `payments/ADR-012`. */
export function withoutLog(label: string): string {
  return label.slice(label.lastIndexOf('/') + 1);
}
