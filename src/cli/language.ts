import { type Language, LANGUAGES } from '../model/language.ts';

/** `--lang` if given, else Vietnamese when the locale says so, else English. */
export function languageFrom(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  const named = LANGUAGES.find((language) => language === option);
  if (named !== undefined) return named;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^vi\b|^vi_/i.test(locale) ? 'vi' : 'en';
}
