import { compare } from '../../catalog/compare.ts';
import { isKnownCode } from '../../catalog/lookup.ts';
import { addCommonOptions, formatOption } from '../analysis-options.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { languageFrom } from '../language.ts';
import { UsageError } from '../usage-error.ts';
import { deliverSheet, type SheetFlags } from './explain.ts';

function statusCode(text: string): number {
  const code = Number(text);
  if (/^[1-6]\d\d$/.test(text) || isKnownCode(code)) return code;
  throw new UsageError(
    `${text}: not a SIP status code`,
    'write two numbers: siptriage compare 100 603',
  );
}

export const addCompare: AddCommand = (program, io, finish) => {
  const command = program
    .command('compare')
    .summary('two status codes side by side')
    .description('Compares two status codes: facts, key differences, and when to use which.')
    .argument('<code>', 'a status code, e.g. 100')
    .argument('<other>', 'another one, e.g. 603')
    .addOption(formatOption(['text', 'json']).default('text'));
  addCommonOptions(command).action(async (left: string, right: string, flags: SheetFlags) => {
    const language = languageFrom(flags.lang, io.env);
    await deliverSheet(compare(statusCode(left), statusCode(right), language), flags, io);
    finish(EXIT.analysed);
  });
};
