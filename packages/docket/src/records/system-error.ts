/** An error of the operating system, such as a file that may not be written. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  /** What it was about, where it was about a file. */
  readonly path?: string;
}

/** Whether something that was thrown is an error of the operating system. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  );
}

/** Why the system refused, and what somebody can do about it. */
export function causeOf({ code, message }: SystemError): { why: string; help: string } {
  const known = CAUSES[code];
  return known
    ? { why: `${known[0]} (${code})`, help: known[1] }
    : { why: message, help: 'mend that, then run the command again' };
}

const MAY =
  'give yourself the right to write that file and its folder, or run the command as the user who has it';

const IN_THE_WAY = [
  'a file stands where a folder should be',
  'move that file away, or name another folder',
] as const;

/** Codes as https://nodejs.org/api/errors.html#common-system-errors lists them. */
const CAUSES: Readonly<Record<string, readonly [why: string, help: string]>> = {
  EACCES: ['permission denied', MAY],
  EPERM: ['the system does not permit it', MAY],
  EROFS: [
    'the file system can only be read',
    'run the command in a copy of the repository that can be written',
  ],
  ENOSPC: ['no space is left', 'free some space, then run the command again'],
  EDQUOT: ['your quota is used up', 'free some space, then run the command again'],
  EBUSY: ['another program is using it', 'close it there, then run the command again'],
  EMFILE: ['too many files are open', 'close some programs, then run the command again'],
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: ['a folder stands where a file should be', 'move that folder away, or name another file'],
  ENAMETOOLONG: ['the name is too long', 'use a shorter one'],
};
