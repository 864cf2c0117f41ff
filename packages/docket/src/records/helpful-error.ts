/** What whoever called can act on: the message says what is wrong, `help` how to fix it. Each kind is a class of its own. */
export class HelpfulError extends Error {
  override readonly name: string = 'HelpfulError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
