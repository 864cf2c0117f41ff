/** Why a change to records cannot be computed, for who asked for it. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
