/** The last part of the address of a rule's page. Stands alone, because scripts of pages make addresses, too. */
export function ruleSlug(id: string): string {
  return id.replace(':', '-');
}
