import { describe, expect, test } from 'vitest';
import { formatterFor } from '../../src/catalog/format.ts';
import { RULE_EXAMPLES } from '../../src/catalog/rule-examples.ts';
import type { RuleText } from '../../src/catalog/rule-text.ts';
import { RULE_IDS, RULE_TEXTS } from '../../src/catalog/rule-texts.ts';
import { LANGUAGES } from '../../src/model/language.ts';

/** What no sentence may claim: a capture shows what was seen. */
const CLAIMS = /\bnot sent\b|\bnever sent\b|\bdid not send\b|không gửi(?! lại)/i;

describe.each(LANGUAGES)('rule texts in %s', (language) => {
  const format = formatterFor(language);
  test.each(RULE_IDS)('%s', (id) => {
    const text = RULE_TEXTS[language][id] as RuleText<unknown>;
    const args = RULE_EXAMPLES[id];
    const [title, explanation, fix] = [
      text.title(args, format),
      text.explanation(args, format),
      text.fix(args, format),
    ];
    expect(text.summary).toMatch(/\.$/);
    expect(title).toMatch(/\.$/);
    expect(title.length).toBeLessThan(170);
    expect(fix.length).toBeGreaterThan(0);
    const all = [text.summary, title, explanation, ...fix].join('\n');
    expect(all).not.toMatch(/undefined|null|NaN|\[object/);
    expect(all).not.toMatch(/ {2}|\.\.|\s\./);
    expect(all).not.toMatch(CLAIMS);
    expect(all).toBe(all.normalize('NFC'));
  });

  test('no text is left in the other language', () => {
    const others = LANGUAGES.filter((one) => one !== language);
    for (const id of RULE_IDS) {
      for (const other of others) {
        expect(RULE_TEXTS[language][id].summary).not.toBe(RULE_TEXTS[other][id].summary);
      }
    }
  });
});

test('numbers follow the language', () => {
  const { title } = RULE_TEXTS.vi['pdd-slow'];
  expect(title(RULE_EXAMPLES['pdd-slow'], formatterFor('vi'))).toContain('8,3 giây');
});

describe('arguments change what is said', () => {
  const en = formatterFor('en');
  test('a CANCEL at a round time is told as a timer', () => {
    const { explanation } = RULE_TEXTS.en['trying-then-cancel'];
    const args = RULE_EXAMPLES['trying-then-cancel'];
    expect(explanation(args, en)).toContain('timer of a server');
    expect(explanation({ ...args, timerSeconds: null }, en)).not.toContain('timer of a server');
  });

  test('603+ names its contact, or says that there is none', () => {
    const { fix } = RULE_TEXTS.en['decline-analytics-603plus'];
    const args = RULE_EXAMPLES['decline-analytics-603plus'];
    expect(fix(args, en)[0]).toBe(
      'Ask for redress, quoting the id a1b2c3: https://redress.example.com/form · +18005550100',
    );
    expect(fix({ ...args, url: '', tel: '', id: '' }, en)[0]).toContain('names no contact');
  });

  test('a 500 whose Reason blames the network behind it sends nobody to the log of the server', () => {
    const args = RULE_EXAMPLES['resp-500-server'];
    for (const language of LANGUAGES) {
      const { fix } = RULE_TEXTS[language]['resp-500-server'];
      const format = formatterFor(language);
      const steps = (reason: string): string =>
        fix({ ...args, reason, passedOn: '' }, format).join('\n');
      expect(steps('Q.850;cause=38;text="Network out of order"')).toContain('Q.850 cause 38');
      // What a gateway writes beside any 500 of its own.
      expect(steps('Q.850;cause=41')).not.toContain('Q.850 cause');
      expect(steps('Q.850;cause=16;text="x cause=38"')).not.toContain('Q.850 cause');
      expect(steps('Q.850;cause=38')).not.toContain('SRV');
    }
  });

  test('one copy is not "1 copies"', () => {
    const { title } = RULE_TEXTS.en['invite-no-response'];
    expect(title({ ...RULE_EXAMPLES['invite-no-response'], copies: 1 }, en)).toMatch(
      /^An INVITE went/,
    );
  });

  test('a refusal of unknown make is not put on a device', () => {
    const args = RULE_EXAMPLES['decline-device-policy'];
    for (const [language, device] of [
      ['en', 'device refused'],
      ['vi', 'Thiết bị từ chối'],
    ] as const) {
      const { title } = RULE_TEXTS[language]['decline-device-policy'];
      const format = formatterFor(language);
      expect(title(args, format)).toContain(device);
      for (const agent of ['', 'OpenSIPS (3.4.5)']) {
        expect(title({ ...args, agent }, format)).not.toContain(device);
        expect(title({ ...args, agent, rang: true }, format)).not.toContain(device);
      }
    }
    const { title } = RULE_TEXTS.en['decline-device-policy'];
    expect(title({ ...args, rang: true }, en)).toContain('faster than a person');
    expect(title({ ...args, rang: true, afterUs: 2_000_000 }, en)).not.toContain('faster');
  });

  test('only products whose default it is are said to answer 603 by default', () => {
    const { title, explanation } = RULE_TEXTS.en['decline-pbx-default'];
    const args = RULE_EXAMPLES['decline-pbx-default'];
    expect(title(args, en)).not.toContain('nobody pressed');
    expect(explanation(args, en)).toContain('Asterisk PBX 20.9.0 sends 603 whenever');
    expect(explanation({ ...args, agent: 'FreeSWITCH-mod_sofia/1.10' }, en)).toContain(
      'CALL_REJECTED',
    );
    const other = explanation({ ...args, agent: '3CXPhoneSystem 20' }, en);
    expect(other).not.toMatch(/default|whenever/);
  });

  test('a request without Max-Forwards passes, and it says so', () => {
    for (const language of LANGUAGES) {
      const { explanation } = RULE_TEXTS[language]['missing-mandatory-header'];
      const format = formatterFor(language);
      expect(explanation({ headers: ['Max-Forwards'], code: 0 }, format)).toContain('§16.3');
      expect(explanation({ headers: ['Max-Forwards'], code: 0 }, format)).not.toContain('400');
      expect(explanation({ headers: ['CSeq'], code: 0 }, format)).toContain('400');
    }
  });

  test('nobody answers a response that lacks a field', () => {
    for (const language of LANGUAGES) {
      const { title, explanation } = RULE_TEXTS[language]['missing-mandatory-header'];
      const format = formatterFor(language);
      for (const headers of [['WWW-Authenticate'], ['Allow'], ['Via', 'CSeq']]) {
        expect(title({ headers, code: 401 }, format)).toContain('401');
        expect(explanation({ headers, code: 401 }, format)).not.toContain('400');
      }
    }
  });

  test('attempts are compared: what they share once, then what differs, by their true place', () => {
    const attempt = (place: number, nonce: string) => ({
      place,
      time: 0,
      username: '1001',
      realm: 'example.com',
      uri: 'sip:example.com',
      nonce,
      nc: '',
      algorithm: 'MD5',
      response: 'ab12',
    });
    const args = {
      client: '192.0.2.10:5060',
      server: '198.51.100.1:5060',
      method: 'REGISTER',
      realm: 'example.com',
      username: '1001',
      rejections: 20,
      accepted: false,
      attempts: [attempt(1, 'n0'), attempt(19, 'n18'), attempt(20, 'n19')],
      differences: [],
    };
    const { explanation } = RULE_TEXTS.en['auth-loop-wrong-credentials'];
    const format = formatterFor('en');
    expect(explanation(args, format)).toContain(
      'Alike in attempts 1, 19, 20: user 1001, realm example.com, uri sip:example.com, MD5, response ab12…. Attempt 1: nonce n0. Attempt 19: nonce n18. Attempt 20: nonce n19.',
    );
    const one = { ...args, rejections: 1, attempts: [attempt(1, 'n0')] };
    expect(explanation(one, format)).toContain('Attempt 1: user 1001, realm example.com');
  });

  test('a nonce sent again and again is told apart from nonces that die', () => {
    const args = {
      client: '192.0.2.10:5060',
      server: '198.51.100.1:5060',
      method: 'INVITE',
      realm: 'example.com',
      username: '1001',
      rejections: 8,
      nonces: 1,
      accepted: false,
      reused: true,
      phrase: '',
      livedUs: null,
      attempts: [],
    };
    for (const language of LANGUAGES) {
      const { title } = RULE_TEXTS[language]['auth-stale-loop'];
      const format = formatterFor(language);
      const said = [
        args,
        { ...args, reused: false },
        { ...args, nonces: 8 },
        { ...args, nonces: 3 },
      ];
      const titles = said.map((one) => title(one, format));
      expect(new Set(titles).size).toBe(4);
      expect(titles[0]).toContain(args.client);
      expect(titles[1]).not.toContain(args.client);
    }
  });
});
