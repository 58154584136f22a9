/** `--only` takes outcomes and rules, several by comma or by repeating the option; the session checks the names. */
export function parseOnly(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).map((name) => name.trim());
}
