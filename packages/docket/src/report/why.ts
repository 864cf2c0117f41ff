import { nameInLog } from '../records/key.ts';
import { outcomeSentence } from '../records/outcome-sentence.ts';
import { type AdrRecord, shortTitle } from '../records/record.ts';
import { shownName } from '../records/shown-name.ts';
import type { FileDecision, Ground, LineOrigin, Lines, WhyAnswer } from '../records/why.ts';
import { inline } from './changes/github-text.ts';
import { count } from './count.ts';
import { painter } from './paint.ts';
import { safeLine } from './screen-text.ts';

/** Version of the JSON; it grows when a key changes its meaning or goes. */
const VERSION = 1;

/** What is told on a screen; the JSON has all. */
const MOST = { decisions: 8, grounds: 2, origins: 10 } as const;

/** The answer on one screen, what counts most first. */
export function whyPretty(answer: WhyAnswer, { colour }: { readonly colour: boolean }): string {
  const paint = painter(colour);
  const { decisions } = answer.file;
  const lines = [paint(safeLine(placeOf(answer)), 'bold'), ''];
  if (decisions.length === 0) lines.push('No decision has to do with this file', '');
  for (const { adr, successors, grounds } of decisions.slice(0, MOST.decisions)) {
    const name = `${shownName(adr)}  ${shortTitle(adr)}`;
    lines.push(`${paint(safeLine(name), 'cyan')}  ${safeLine(standingOf(adr, successors))}`);
    const sentence = outcomeSentence(adr);
    if (sentence) lines.push(`  ${safeLine(sentence.text)}`);
    for (const ground of grounds.slice(0, MOST.grounds)) {
      lines.push(`  ${paint(`${ground.kind}:`, 'dim')} ${safeLine(groundWords(ground))}`);
    }
    lines.push('');
  }
  const more = decisions.length - MOST.decisions;
  if (more > 0) lines.push(`and ${count(more, 'decision')} more; --format json has all`, '');
  for (const origin of answer.origins.slice(0, MOST.origins)) {
    lines.push(...originLines(origin, answer).map(safeLine));
  }
  const others = answer.origins.length - MOST.origins;
  if (others > 0) lines.push(`and ${others} more stretches of lines; --format json has all`);
  for (const gap of gapsOf(answer)) lines.push(`Unknown: ${safeLine(gap)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The answer as Markdown for a code host; text of records can neither format it nor mention anyone. */
export function whyMarkdown(answer: WhyAnswer): string {
  const { decisions } = answer.file;
  const lines = [`### ${inline(placeOf(answer))}`, ''];
  if (decisions.length === 0) lines.push('No decision has to do with this file.', '');
  for (const { adr, successors, grounds } of decisions) {
    const sentence = outcomeSentence(adr);
    lines.push(
      `- **${inline(shownName(adr))}** ${inline(shortTitle(adr))} (${inline(standingOf(adr, successors))})${sentence ? `: ${inline(sentence.text)}` : ''}`,
      ...grounds
        .slice(0, MOST.grounds)
        .map((ground) => `  - ${ground.kind}: ${inline(groundWords(ground))}`),
    );
  }
  if (answer.origins.length > 0) lines.push('', 'Last written:', '');
  for (const origin of answer.origins) {
    const [first = '', ...rest] = originLines(origin, answer);
    lines.push(`- ${inline(first)}`, ...rest.map((line) => `  - ${inline(line.trim())}`));
  }
  for (const gap of gapsOf(answer)) lines.push('', `Unknown: ${inline(gap)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The answer for programs, with all that is known. */
export function whyJson(answer: WhyAnswer): string {
  const value = {
    version: VERSION,
    path: answer.file.path,
    isThere: answer.file.isThere,
    lines: answer.lines ?? null,
    at: answer.at ?? null,
    decisions: answer.file.decisions.map(decisionJson),
    origins: answer.origins.map(({ commit, landedWith, stoodThen, executions, ...origin }) => ({
      ...origin,
      commit: commit ?? null,
      landedWith: landedWith ?? null,
      executions: executions.map(({ record, spec }) => ({ record, spec: spec ?? null })),
      stoodThen: stoodThen.map(nameInLog),
    })),
    unknown: gapsOf(answer),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function decisionJson({ adr, successors, grounds }: FileDecision) {
  return {
    id: nameInLog(adr),
    title: shortTitle(adr),
    status: adr.fields.status.value ?? null,
    date: adr.fields.date.value ?? null,
    path: adr.path,
    outcome: outcomeSentence(adr)?.text ?? null,
    supersededBy: successors.map(nameInLog),
    because: grounds.map(({ kind, file, line, words }) => ({
      kind,
      file,
      line: line ?? null,
      words,
    })),
  };
}

function placeOf({ file: { path, isThere }, lines, at }: WhyAnswer): string {
  const place = lines ? `${path}:${rangeOf(lines)}` : path;
  const moment = at === undefined ? '' : ` at ${at.slice(0, 10)}`;
  return `${place}${moment}${isThere ? '' : ' (no such file)'}`;
}

function rangeOf({ from, to }: Lines): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function standingOf(adr: AdrRecord, successors: readonly AdrRecord[]): string {
  const { status, date } = adr.fields;
  return [
    status.value ?? 'status unknown',
    ...(date.value === undefined ? [] : [date.value]),
    ...(successors.length > 0 ? [`replaced by ${successors.map(shownName).join(', ')}`] : []),
  ].join(', ');
}

function groundWords({ file, line, words }: Ground): string {
  const shown = words.length > 120 ? `${words.slice(0, 120)}…` : words;
  return `${line === undefined ? file : `${file}:${line}`}  ${shown}`;
}

function originLines(
  { lines, commit, landedWith, path, executions, stoodThen }: LineOrigin,
  { file }: WhyAnswer,
): string[] {
  const where = `${lines.from === lines.to ? 'line' : 'lines'} ${rangeOf(lines)}`;
  if (!commit) return [`${where}: not committed`];
  const { id, author, authored, subject, said } = commit;
  return [
    `${where}: ${id.slice(0, 10)} ${authored.slice(0, 10)} ${author}: ${subject}`,
    ...(landedWith
      ? [
          `  landed with ${landedWith.id.slice(0, 10)} ${landedWith.authored.slice(0, 10)}: ${landedWith.subject}`,
        ]
      : []),
    ...executions.map(
      ({ record, spec }) => `  came with ${spec === undefined ? '' : `${spec}, `}${record}`,
    ),
    ...said.map((line) => `  ${line}`),
    ...(stoodThen.length > 0
      ? [
          `  in force then: ${stoodThen.map((adr) => `${shownName(adr)} ${shortTitle(adr)}`).join(', ')}`,
        ]
      : []),
    // From the top of the repository, which may lie above the root.
    ...(`/${path}`.endsWith(`/${file.path}`) ? [] : [`  as ${path}`]),
  ];
}

function gapsOf({ gap, file }: WhyAnswer): string[] {
  return [...(gap === '' ? [] : [gap]), ...(file.gap === '' ? [] : [`executions: ${file.gap}`])];
}
