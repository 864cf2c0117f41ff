import { z } from 'zod';
import { ROLES } from './dialects/headings.ts';
import { LOG_ID, RECORD_KINDS } from './layout.ts';
import { RATIFIED_KINDS } from './ratified-kinds.ts';
import { readRemote } from './remote.ts';
import { isSiteFolder } from './site-folders.ts';
import { STATUSES } from './status.ts';

/*
 * What a team may set in `docket.config.json`, or in `docket.config.ts` where it wants code. The schemas are the
 * reference: their descriptions are the documentation of the keys. The options of a rule are its own, and are held
 * against its own schema.
 */

/** Names of the configuration files, at the root of the repository: data that is only read, and code that is run. */
export const CONFIG_FILES = { data: 'docket.config.json', code: 'docket.config.ts' } as const;

const severity = z.enum(['error', 'warning', 'info', 'off']);

const ruleObject = z
  .strictObject({
    severity: severity.optional(),
    /** Severities for records of one status. */
    status: z.partialRecord(z.enum(STATUSES), severity).optional(),
    options: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ description: 'Severity, severities by status, and options of a rule.' });

const rules = z
  .record(z.string(), z.union([severity, ruleObject]))
  .meta({ description: 'Rules by id: a severity, `off`, or an object with more.' });

/** Any way to write a path inside the repository; reading the configuration makes it a plain one. */
const folder = z.string().min(1, { error: 'expected a path inside the repository' });

const byKind = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    adr: value.optional(),
    spec: value.optional(),
    provenance: value.optional(),
  });

/** What Git takes for the name of a branch, without what could be an option or a pattern. */
const BRANCH = /^(?![-./])(?!.*(?:\.\.|@\{|\/\/|\.lock$|[./]$))[^\s\p{Cc}~^:?*[\\]+$/u;

const log = z
  .strictObject({
    id: z
      .string()
      .regex(new RegExp(`^${LOG_ID.source}$`), {
        error: 'expected lower-case words joined by hyphens, such as `payments`',
      })
      .refine((id) => !isSiteFolder(id), {
        error: 'expected another word: pages of the site have this one in their addresses',
      })
      .meta({ description: 'What stands before the ids of its records: `payments/ADR-012`.' }),
    title: z.string().regex(/\S/).optional().meta({ description: 'As readers see it.' }),
    root: folder.optional().meta({
      description:
        'What it is the log of: a folder of the repository, `.` for the main log; or the folder of another checkout.',
    }),
    repository: z
      .string()
      .superRefine((written, context) => {
        const read = readRemote(written);
        if ('fault' in read) context.addIssue({ code: 'custom', message: read.fault });
      })
      .optional()
      .meta({ description: 'In place of `root`: address from which Git fetches it.' }),
    published: z
      .url({ protocol: /^https?$/, error: 'expected the web address of a site' })
      .refine((written) => !/^\w+:\/\/[^/]*@/.test(written), {
        error: 'expected an address without a name or password',
      })
      .optional()
      .meta({ description: 'In place of `root`: address of the site that publishes it.' }),
    key: folder.optional().meta({
      description: 'Public key (PEM) by which what that site publishes must be signed.',
    }),
    branch: z
      .string()
      .regex(BRANCH, { error: 'expected the name of a branch, such as `main`' })
      .optional()
      .meta({ description: 'Branch of that repository; the one it shows first if unset.' }),
    paths: z.strictObject({ adr: folder.optional() }).optional().meta({
      description: 'Folder of its decisions, relative to its root; else `docs/adr`, or found.',
    }),
  })
  .superRefine(({ root, repository, published, key: signer, branch }, context) => {
    const places = [root, repository, published].filter((place) => place !== undefined);
    const [key, message] =
      places.length !== 1
        ? ['root', 'expected one of `root`, `repository` and `published`']
        : signer !== undefined && published === undefined
          ? ['key', 'expected only beside `published`']
          : branch !== undefined && repository === undefined
            ? ['branch', 'expected only beside `repository`']
            : [];
    if (message !== undefined) context.addIssue({ code: 'custom', path: [key ?? ''], message });
  })
  .meta({ description: 'A decision log: its id, its title, and where it is.' });

const logs = z
  .array(log)
  .min(1)
  .superRefine((all, context) => {
    for (const [index, { id }] of all.entries()) {
      if (all.findIndex((other) => other.id === id) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: `expected each id once, and \`${id}\` is one of an earlier log`,
      });
    }
  });

const globs = z.array(z.string().min(1)).min(1);

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'expected a colour such as `#154a7d`' });

const picture = (names: RegExp, such: string) =>
  folder.regex(names, { error: `expected a file that ends with ${such}` });

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

const webAddress = z.url({ protocol: /^https?$/, error: 'expected a web address' });

const amount = z.int().min(1, { error: 'expected a whole number above 0' });

const check = z
  .strictObject({
    argv: z
      .array(z.string())
      .min(1)
      .refine(([program]) => program?.trim(), {
        error: 'expected a program first',
      }),
    timeLimit: z
      .number()
      .positive()
      .max(24 * 60 * 60)
      .optional(),
    expectedExit: z.int().min(0).max(255).optional(),
    configuration: globs.optional(),
  })
  .meta({
    description:
      'A command run without a shell: program and arguments, seconds until it is stopped (300), the exit code that means a pass (0), and the files that decide what it checks.',
  });

/** A command that a validation step may call. */
export type CheckConfig = z.infer<typeof check>;

/** The whole of a configuration. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Where an editor finds this schema.' }),
    paths: byKind(folder)
      .optional()
      .meta({ description: 'Folders of the records, by kind, relative to the root.' }),
    logs: logs.optional().meta({
      description:
        'The decision logs, where there are several; the one whose root is `.` is the main log.',
    }),
    templates: byKind(folder)
      .optional()
      .meta({ description: 'Templates by kind; by default `template.md` in the folder.' }),
    roles: z
      .partialRecord(z.enum(ROLES), z.array(z.string().regex(/\S/)).min(1))
      .optional()
      .meta({
        description:
          'Headings by role, for sections whose role neither the template nor the usual words show: `{ "options": ["Choices"] }`.',
      }),
    profile: z.enum(['recommended', 'strict']).optional().meta({
      description:
        'How much is asked of records: `recommended` reads them in any dialect, `strict` holds them to the template. If unset, strict where the template is Docket’s.',
    }),
    rules: rules.optional(),
    instances: z
      .record(
        z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
          error: 'expected a name in kebab case, such as `context-brief`',
        }),
        z.strictObject({
          rule: z.string(),
          options: z.record(z.string(), z.unknown()),
          severity: severity.exclude(['off']).optional(),
          kinds: z.array(z.enum(RECORD_KINDS)).min(1).optional(),
          message: z.string().regex(/\S/).optional(),
          help: z.string().regex(/\S/).optional(),
        }),
      )
      .optional()
      .meta({
        description:
          'Your own rules, by name: the rule each is based on, its options, a severity, the kinds of record, its message and its help.',
      }),
    overrides: z
      .array(z.strictObject({ files: globs, rules }))
      .optional()
      .meta({ description: 'Other settings for some files; a later entry wins.' }),
    documents: z
      .strictObject({ include: globs.optional(), exclude: globs.optional() })
      .optional()
      .meta({ description: 'Documents and code whose citations of records are checked.' }),
    base: z.string().min(1).optional().meta({
      description: 'Branch or commit that the history rules compare with, like `--base`.',
    }),
    baseline: folder.optional().meta({
      description:
        'File of known findings, which are not reported; `docket-baseline.json` if unset.',
    }),
    waivers: z
      .array(
        z.strictObject({
          rule: z.string().min(1),
          files: globs,
          reason: z.string().trim().min(1),
        }),
      )
      .optional()
      .meta({
        description:
          'Findings of security rules to allow: rule, files and the reason, which reports show. Read only from `docket.config.json` on the default branch.',
      }),
    ratification: z
      .strictObject({
        require: z
          .array(z.enum(RATIFIED_KINDS))
          .optional()
          .meta({ description: 'What counts as accepted only once a person has ratified it.' }),
        agents: z.array(z.string().regex(/\S/)).optional().meta({
          description:
            'Agents, as decision makers, as signers or as fingerprints of keys; `Agent` if unset. None of them ratifies anything.',
        }),
        humans: z.array(z.string().regex(/\S/)).optional().meta({
          description:
            'The signers or fingerprints of keys that are people; every signer that is no agent, if unset.',
        }),
        signers: folder.optional().meta({
          description:
            'SSH keys that may sign, as `ssh-keygen` reads them; `.sdd/allowed_signers`.',
        }),
        keyring: folder.optional().meta({
          description: 'OpenPGP keys that may sign, armoured; `.sdd/allowed_keys.asc`.',
        }),
      })
      .optional()
      .meta({
        description:
          'Who ratifies what with `docket ratify`. Read only from `docket.config.json` on the default branch.',
      }),
    site: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({
        description:
          'Address of the site that shows the records, with its base path; attestations name their schema by it.',
      }),
    reference: z.boolean().optional().meta({
      description:
        'Whether the site has the reference pages, as the option of the same name of the plugin says. Reports then link to the page of each rule; else they name `docket lint --explain`.',
    }),
    brand: z
      .strictObject({
        name: z.string().regex(/\S/, { error: 'expected a name' }).optional(),
        description: z.string().regex(/\S/, { error: 'expected a sentence' }).optional(),
        accent: z.strictObject({ light: colour, dark: colour }).optional(),
        logo: picture(/\.(?:jpe?g|png|svg|webp)$/i, '`.svg` or `.png`').optional(),
        favicon: picture(/\.(?:gif|ico|jpe?g|png|svg)$/i, '`.svg`, `.png` or `.ico`').optional(),
      })
      .optional()
      .meta({
        description:
          'How the site of `docket build` and `docket dev` presents itself: its name and description, the colour of links in the light and the dark theme, and files of a logo and an icon.',
      }),
    links: z
      .strictObject({ repository: webAddress, edit: webAddress, discuss: webAddress })
      .partial()
      .optional()
      .meta({
        description:
          'Where the pages of that site lead to on the web: the repository, and addresses with `{path}` to edit and with `{id}`, `{title}`, `{path}` or `{url}` to discuss a record.',
      }),
    language: z
      .strictObject({
        tag: z
          .string()
          .refine(isLanguageTag, { error: 'expected the tag of a language, such as `de`' }),
        words: folder
          .regex(/\.json$/i, { error: 'expected a file that ends with `.json`' })
          .optional(),
      })
      .optional()
      .meta({
        description:
          'Language of that site: its tag, and a JSON file of its words by their keys, where the site is to say them otherwise.',
      }),
    pages: folder.optional().meta({
      description:
        'Folder of your own Markdown files, which that site shows as pages and lists in its menu.',
    }),
    features: z
      .strictObject({
        credit: z.boolean(),
        logRows: amount,
        printLimit: amount,
        socialLimit: amount,
      })
      .partial()
      .optional()
      .meta({
        description: 'What that site has, as the options of the same names of the plugin say.',
      }),
    checks: z
      .record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), check)
      .optional()
      .meta({
        description: 'Commands that validation steps call by name; names are in kebab case.',
      }),
  })
  .meta({ title: 'Docket configuration' });

/** What a configuration may say. */
export type DocketConfig = z.infer<typeof configSchema>;

/** How much is asked of records. */
export type Profile = NonNullable<DocketConfig['profile']>;

/** A finding of a security rule that somebody who may write to the default branch lets stand. */
export type Waiver = NonNullable<DocketConfig['waivers']>[number];

/** Who ratifies what. */
export type RatificationConfig = NonNullable<DocketConfig['ratification']>;

/** What one rule may be set to. */
export type RuleConfig = NonNullable<DocketConfig['rules']>[string];

/** The JSON Schema of `docket.config.json`, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

/** Something wrong in a configuration: the key as a path, then found and expected. */
export interface ConfigProblem {
  /** Such as `rules.file-name.severity`; empty for the whole. */
  readonly key: string;
  readonly message: string;
  /** Where it stands in the file, both from 1; absent where the configuration is code. */
  readonly at?: { readonly line: number; readonly column: number };
}

/** Reads a configuration; every problem at once. Never throws. */
export function readConfig(
  value: unknown,
): { readonly config: DocketConfig } | { readonly problems: readonly ConfigProblem[] } {
  const read = configSchema.safeParse(value);
  if (read.success) return { config: read.data };
  return { problems: read.error.issues.flatMap((issue) => problemsOf(issue, [])) };
}

/** The problems a Zod issue stands for, with the way to each from the root of the configuration. */
export function problemsOf(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
): readonly ConfigProblem[] {
  const path = [...above, ...issue.path];
  const key = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({
      key: [key, name].filter((part) => part !== '').join('.'),
      message: 'unknown key',
    }));
  }
  if (issue.code === 'invalid_union') {
    // Of the shapes a value may have, the one that got furthest into it is the one that was meant.
    const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    if (depth(deepest) > 0) return deepest.flatMap((inner) => problemsOf(inner, path));
    return [{ key, message: 'expected `error`, `warning`, `info`, `off`, or an object' }];
  }
  if (issue.code === 'invalid_value') {
    return [
      { key, message: `expected ${issue.values.map((item) => `\`${String(item)}\``).join(', ')}` },
    ];
  }
  if (issue.code === 'invalid_type') return [{ key, message: `expected ${issue.expected}` }];
  return [{ key, message: lowerFirst(issue.message) }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)),
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
