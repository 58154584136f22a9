/** An option that cannot be followed: `message` says which and why in one line, `hint` what to try. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
