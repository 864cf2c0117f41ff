// eipw's npm build is a library without a program of its own: `node run-eipw.ts <its folder> <folder of proposals>`
// lints all proposals at once, as its program does, and prints what it found.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Eipw {
  lint(sources: readonly string[]): Promise<readonly { readonly formatted: string }[]>;
}

const [library = '', folder = ''] = process.argv.slice(2);
const { lint } = createRequire(import.meta.url)(library) as Eipw;
const findings = await lint(readdirSync(folder).map((name) => path.join(folder, name)));
for (const { formatted } of findings) process.stdout.write(`${formatted}\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
