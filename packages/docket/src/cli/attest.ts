import { PREDICATES } from '../records/in-toto.ts';
import { attest as attestSpec } from '../session/evidence/attest.ts';
import { attestSite } from '../session/evidence/attest-site.ts';
import { saveOutput } from '../session/save-output.ts';
import { type Command, CommandError, type OptionTable } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseSpec } from './evidence/choose.ts';
import { openEvidence } from './evidence/open.ts';
import { verifyStatement } from './evidence/verify-statement.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION } from './root.ts';

const OPTIONS: OptionTable = {
  predicate: {
    type: 'string',
    value: 'NAME',
    choices: PREDICATES,
    description:
      'What to state: all of the execution, its test results, or whether it was verified; `execution` by default',
  },
  key: {
    type: 'string',
    value: 'FILE',
    description: 'Sign with this private key (PEM, Ed25519 or P-256) and write a DSSE envelope',
  },
  out: {
    type: 'string',
    value: 'FILE',
    description: 'Write to this file instead of standard output',
  },
  site: {
    type: 'string',
    value: 'FOLDER',
    description: 'State what this built site publishes instead; needs --key',
  },
  verify: {
    type: 'string',
    value: 'FILE',
    description: 'Check a statement or envelope against this repository instead of writing one',
  },
  'public-key': {
    type: 'string',
    value: 'FILE',
    description: 'With --verify: the public key that the envelope must be signed with',
  },
  ...ROOT_OPTION,
  ...CONFIG_CODE_OPTION,
};

/** `docket attest`: states in a form for machines what landed for a specification and how far it holds. */
export const attest: Command = {
  name: 'attest',
  arguments: [
    {
      name: 'spec',
      optional: true,
      completes: 'spec',
      description: 'The specification, by path or number; its latest execution is attested',
    },
  ],
  options: OPTIONS,
  notes:
    'Exit code: 0 written, or everything holds; 1 the signature or something in the statement does not hold; 2 could not run.',
  async run(values, context) {
    const { cwd, stdout } = context;
    const { spec: name, verify, key, out, site, predicate } = values;
    if (typeof site === 'string') {
      if ([name, verify, predicate].some((one) => one !== undefined) || typeof key !== 'string') {
        throw new CommandError(
          '`--site` needs `--key`, and nothing else but `--out`',
          'name the private key to sign with',
        );
      }
      const text = await attestSite({ cwd, name: site }, { cwd, name: key });
      if (typeof out === 'string') await saveOutput({ cwd, name: out }, text, '--out FILE');
      else stdout.write(text);
      return EXIT.clean;
    }
    if (typeof verify === 'string') {
      if ([name, key, out, predicate].some((one) => one !== undefined)) {
        throw new CommandError(
          '`--verify` can only be combined with `--public-key` and `--root`',
          'leave the rest out: the statement names its record and what it is about',
        );
      }
      return verifyStatement(verify, values, context);
    }
    if (typeof name !== 'string') {
      throw new CommandError(
        'No specification given',
        'run `docket attest SPEC`, or `docket attest --verify FILE` to check a statement',
      );
    }
    const session = await openEvidence(values, context);
    const spec = chooseSpec(session, cwd, name);
    const text = await attestSpec(session, spec, {
      predicate: PREDICATES.find((one) => one === predicate) ?? 'execution',
      key: typeof key === 'string' ? { cwd, name: key } : undefined,
    });
    if (typeof out === 'string') await saveOutput({ cwd, name: out }, text, '--out FILE');
    else stdout.write(text);
    return EXIT.clean;
  },
};
