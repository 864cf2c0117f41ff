/** The first Node that runs a configuration in TypeScript by itself. */
const LEAST = [22, 18] as const;

/** Why a version of Node cannot run the command, as its user reads it; `undefined` where it can. */
export function refuseNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return undefined;
  const least = LEAST.join('.');
  return `docket: Docket needs Node ${least} or newer, but this is Node ${version}: install a newer Node, or run \`npx --package node@24 --package docket -- docket\`\n`;
}
