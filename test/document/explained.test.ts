/** What one stranger is and does is told once, however many rules recognise it. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { problemsOf } from '../../src/report/problems.ts';
import { reportOf } from '../helpers/session.ts';
import { capture } from '../helpers/wire.ts';

const HOSTS = `
  tool  = 203.0.113.66:5060 "friendly-scanner" user=100
  other = 203.0.113.67:5060 "Cisco" user=100
`;

/** Twelve users within half a minute. */
const guesses = (from: string): string =>
  Array.from(
    { length: 12 },
    (_, at) => `call ${from}${at} @${1 + at * 2}s {
      ${from} -> proxy REGISTER from=sip:${100 + at}@example.com to=sip:${100 + at}@example.com
      +3ms proxy -> ${from} 404
    }`,
  ).join('\n');

/** Refused passwords of one user, then one that is accepted. */
const passwords = (user: string, won: boolean): string =>
  Array.from(
    { length: 12 },
    (_, at) => `call p${user}${at} @${100 + at * 2}s {
      other -> proxy REGISTER from=sip:${user}@example.com to=sip:${user}@example.com
      +3ms proxy -> other 401
      +3ms other -> proxy REGISTER from=sip:${user}@example.com to=sip:${user}@example.com with ${won && at === 11 ? 'auth' : 'wrong-auth'}
      +3ms proxy -> other ${won && at === 11 ? '200' : '403'}
    }`,
  ).join('\n');

const analysed = (text: string): Report =>
  reportOf([capture(`${HOSTS}\n${text}\n@300s capture ends`)], {});

/** `rule address` of the problems, and what each other finding of an address follows from. */
function told({ findings, ...report }: Report): { problems: string[]; followed: string[] } {
  const name = (id: string | undefined): string => {
    const one = findings.find((finding) => finding.id === id);
    return one === undefined ? '' : `${one.rule} ${String(one.args['address'])}`;
  };
  return {
    problems: problemsOf({ ...report, findings }).map(({ finding }) => name(finding?.id)),
    followed: findings
      .filter(({ scope, causedBy }) => scope === 'endpoint' && causedBy !== undefined)
      .map(({ id, causedBy }) => `${name(id)} < ${name(causedBy)}`),
  };
}

describe('a stranger', () => {
  it('that scans and guesses is one problem', () => {
    expect(told(analysed(guesses('tool')))).toEqual({
      problems: ['scanner-detected 203.0.113.66'],
      followed: ['extension-enumeration 203.0.113.66 < scanner-detected 203.0.113.66'],
    });
  });

  it('beside another one is told by itself', () => {
    const { problems, followed } = told(analysed(`${guesses('tool')}\n${guesses('other')}`));
    expect(problems.sort()).toEqual([
      'extension-enumeration 203.0.113.67',
      'scanner-detected 203.0.113.66',
    ]);
    expect(followed).toHaveLength(1);
  });

  it('that guessed a password is told with what it took over, and not with what it did not', () => {
    const { followed } = told(analysed(`${passwords('100', true)}\n${passwords('200', false)}`));
    expect(followed).toEqual([
      'password-bruteforce 203.0.113.67 < credential-compromise-suspected 203.0.113.67',
    ]);
  });
});
