/** Why changes were not written; nothing was. */
export class ApplyError extends Error {
  override readonly name = 'ApplyError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
