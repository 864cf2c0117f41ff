/**
 * What Git is told in tests: people and a date that are always the same, and nothing of the settings of the machine.
 * @param home an existing folder without settings for Git
 * @param date of author and committer, as Git reads it
 */
export function gitEnvironment(home: string, date: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A. Author',
    GIT_AUTHOR_EMAIL: 'author@example.org',
    GIT_COMMITTER_NAME: 'C. Committer',
    GIT_COMMITTER_EMAIL: 'committer@example.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_ALLOW_PROTOCOL: 'file',
  };
}
