import { z } from 'zod';

/*
 * What a tool can check by itself, as a specification's frontmatter names it by step number. Nothing here runs:
 * a command is only the name of a check whose arguments the configuration owns.
 */

const path = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).*\S/)
  .meta({ description: 'Path from the root, with forward slashes.' });
const words = z.string().regex(/\S/);
const pattern = words.meta({ description: 'Text in which `*` stands for anything, even nothing.' });

const fileExists = z
  .strictObject({ 'file-exists': path })
  .meta({ description: 'The file exists.' });

const fileAbsent = z
  .strictObject({ 'file-absent': path })
  .meta({ description: 'There is no file or folder at the path.' });

const frontmatter = z
  .strictObject({
    frontmatter: z.strictObject({ file: path, key: words, like: pattern }),
  })
  .meta({ description: 'The value of a frontmatter key matches the pattern.' });

const text = z
  .strictObject({
    text: z.strictObject({
      file: path,
      section: words
        .optional()
        .meta({ description: 'Title of the section to look in (default: all).' }),
      all: z.array(words).min(1).meta({
        description:
          'Words that one paragraph, item, heading or table row contains together, in any letter case.',
      }),
    }),
  })
  .meta({ description: 'One block of the text contains all of these words.' });

const sections = z
  .strictObject({
    sections: z.strictObject({
      file: path,
      template: path.optional().meta({ description: 'Template whose required sections count.' }),
      names: z.array(words).min(1).optional().meta({ description: 'Titles, in order.' }),
    }),
  })
  .meta({ description: 'The sections are present, in order, and none is empty.' });

const options = z
  .strictObject({
    options: z.strictObject({
      file: path,
      letters: z.array(z.string().regex(/^[A-Z]+$/)).min(1),
      'trade-offs': z.boolean().optional().meta({
        description: 'Whether each option needs an advantage and a drawback; it does by default.',
      }),
    }),
  })
  .meta({ description: 'A decision record documents the options of these letters.' });

const links = z
  .strictObject({ links: z.strictObject({ file: path, section: words.optional() }) })
  .meta({
    description:
      'Every relative link leads to a file that exists and, with a fragment, to one of its headings.',
  });

const committedTogether = z
  .strictObject({ 'committed-together': z.array(path).min(1) })
  .meta({ description: 'All files are part of the commit that brought the record in.' });

const onlyChanged = z
  .strictObject({ 'only-changed': z.array(pattern).min(1) })
  .meta({ description: 'That commit changes no file besides these.' });

const command = z.strictObject({ command: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/) }).meta({
  description: 'The name of a command in the configuration, run only with --run-checks.',
});

const stepCheck = z.union([
  fileExists,
  fileAbsent,
  frontmatter,
  text,
  sections,
  options,
  links,
  committedTogether,
  onlyChanged,
  command,
]);

/** One check of a validation step. */
export type StepCheck = z.infer<typeof stepCheck>;

/** Checks of a specification by the number of the step they decide; a list must hold in whole. */
export const checksSchema = z.record(
  z.string().regex(/^[1-9]\d*$/),
  z.union([stepCheck, z.array(stepCheck).min(1)]),
);

/** The checks of a specification as its frontmatter gives them. */
export type StepChecks = z.infer<typeof checksSchema>;

/** The checks that decide a step; empty where none is named. */
export function checksOf(checks: StepChecks | undefined, step: number): readonly StepCheck[] {
  const found = checks?.[String(step)];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

/**
 * Whether a text is like a pattern in which `*` stands for anything. The whole text must match; time is at most the
 * product of both lengths, whatever the pattern.
 */
export function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
