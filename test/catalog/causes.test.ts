import { describe, expect, it } from 'vitest';
import { codes436 as enCodes436 } from '../../src/catalog/en/codes-436-470.ts';
import { codes480 as enCodes480 } from '../../src/catalog/en/codes-480-494.ts';
import { codes5xx as enCodes5xx } from '../../src/catalog/en/codes-5xx.ts';
import { codes6xx as enCodes6xx } from '../../src/catalog/en/codes-6xx.ts';
import { codesVendor as enCodesVendor } from '../../src/catalog/en/codes-vendor.ts';
import { EN_Q850 } from '../../src/catalog/en/q850.ts';
import { EN_REASON } from '../../src/catalog/en/reason.ts';
import { EN_PHRASES } from '../../src/catalog/en/vendor-phrases.ts';
import { EN_WARNINGS } from '../../src/catalog/en/warnings.ts';
import {
  isInformative,
  isQ850Cause,
  Q850_CAUSES,
  q850Facts,
  SIP_TO_Q850,
} from '../../src/catalog/q850.ts';
import {
  FREESWITCH_CAUSES,
  isFreeswitchCause,
  REASON_LOCATIONS,
  REASON_PROTOCOLS,
  reasonLocation,
  reasonProtocol,
} from '../../src/catalog/reason.ts';
import { STATUS_CODES } from '../../src/catalog/status-codes.ts';
import type { CodeText } from '../../src/catalog/types.ts';
import {
  isPersonalDevice,
  isScanner,
  recogniseUserAgent,
  roleOf,
  USER_AGENTS,
} from '../../src/catalog/user-agents.ts';
import { VENDOR_CODES } from '../../src/catalog/vendor-codes.ts';
import {
  type PhraseField,
  recognisePhrase,
  VENDOR_PHRASES,
} from '../../src/catalog/vendor-phrases.ts';
import { codes436 as viCodes436 } from '../../src/catalog/vi/codes-436-470.ts';
import { codes480 as viCodes480 } from '../../src/catalog/vi/codes-480-494.ts';
import { codes5xx as viCodes5xx } from '../../src/catalog/vi/codes-5xx.ts';
import { codes6xx as viCodes6xx } from '../../src/catalog/vi/codes-6xx.ts';
import { codesVendor as viCodesVendor } from '../../src/catalog/vi/codes-vendor.ts';
import { VI_Q850 } from '../../src/catalog/vi/q850.ts';
import { VI_REASON } from '../../src/catalog/vi/reason.ts';
import { VI_PHRASES } from '../../src/catalog/vi/vendor-phrases.ts';
import { VI_WARNINGS } from '../../src/catalog/vi/warnings.ts';
import { isWarningCode, WARNING_CODES } from '../../src/catalog/warnings.ts';

type CodeTexts = Readonly<Record<string, CodeText>>;

const CODE_TEXTS: ReadonlyArray<readonly [string, CodeTexts, CodeTexts]> = [
  ['436–470', enCodes436, viCodes436],
  ['480–494', enCodes480, viCodes480],
  ['5xx', enCodes5xx, viCodes5xx],
  ['6xx', enCodes6xx, viCodes6xx],
  ['vendor', enCodesVendor, viCodesVendor],
];

const OTHER_TEXTS = [
  ['warnings', EN_WARNINGS, VI_WARNINGS],
  ['q850', EN_Q850, VI_Q850],
  ['reason', EN_REASON, VI_REASON],
  ['phrases', EN_PHRASES, VI_PHRASES],
] as const;

/** Every string inside a value, with the path to it. */
function stringsOf(value: unknown, path = ''): Array<readonly [string, string]> {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}/${key}`));
}

describe('code texts', () => {
  it('cover every code from 436 up, and every vendor code', () => {
    const wanted = Object.keys(STATUS_CODES).filter((code) => Number(code) >= 436);
    const written = CODE_TEXTS.slice(0, 4).flatMap(([, en]) => Object.keys(en));
    expect(written.toSorted()).toEqual(wanted.toSorted());
    expect(Object.keys(enCodesVendor)).toEqual(Object.keys(VENDOR_CODES));
  });

  it.each(CODE_TEXTS)('%s: shape and size', (_, en, vi) => {
    expect(Object.keys(vi)).toEqual(Object.keys(en));
    for (const texts of [en, vi]) {
      for (const [code, text] of Object.entries(texts)) {
        expect([...text.note].length, `${code} note`).toBeLessThanOrEqual(48);
        expect(text.causes.length, `${code} causes`).toBeGreaterThanOrEqual(1);
        expect(text.causes.length, `${code} causes`).toBeLessThanOrEqual(7);
        expect(text.neighbours.length, `${code} neighbours`).toBeGreaterThanOrEqual(1);
        expect(text.neighbours.length, `${code} neighbours`).toBeLessThanOrEqual(4);
        expect(Object.values(text.fix).flat().length, `${code} fix`).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it.each(CODE_TEXTS)('%s: both languages say the same things', (_, en, vi) => {
    for (const [code, text] of Object.entries(en)) {
      const other = vi[code];
      expect(other?.causes.length, code).toBe(text.causes.length);
      expect(other?.neighbours.map((n) => n.code)).toEqual(text.neighbours.map((n) => n.code));
      for (const owner of ['caller', 'operator', 'callee'] as const) {
        expect(other?.fix[owner].length, `${code} ${owner}`).toBe(text.fix[owner].length);
      }
    }
  });

  it('neighbours are known codes and never the code itself', () => {
    for (const [, en] of CODE_TEXTS) {
      for (const [code, text] of Object.entries(en)) {
        for (const { code: other } of text.neighbours) {
          expect(other).not.toBe(Number(code));
          expect(other in STATUS_CODES || other in VENDOR_CODES, String(other)).toBe(true);
        }
      }
    }
  });

  it('603 does not claim a person and knows 603+', () => {
    const text = JSON.stringify(enCodes6xx[603]);
    for (const word of ['Network Blocked', 'v=analytics1', 'Asterisk', 'Q.850 21', 'redress']) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain('FCC');
  });
});

describe('texts in general', () => {
  it.each([...CODE_TEXTS, ...OTHER_TEXTS])('%s: filled, NFC, translated', (_, en, vi) => {
    const translated = new Map(stringsOf(vi));
    for (const [path, text] of stringsOf(en)) {
      const other = translated.get(path);
      expect(other, path).toBeDefined();
      expect(other, path).not.toBe(text);
      for (const one of [text, other ?? '']) {
        expect(one.trim(), path).toBe(one);
        expect(one, path).not.toBe('');
        expect(one.normalize('NFC'), path).toBe(one);
        // Straight quotation marks and doubled spaces are slips of the pen.
        expect(one, path).not.toMatch(/ {2}|'/);
      }
    }
    expect(translated.size).toBe(stringsOf(en).length);
  });
});

describe('warnings', () => {
  it('are the 15 of the registry', () => {
    expect(Object.keys(WARNING_CODES)).toHaveLength(15);
    expect(isWarningCode(305)).toBe(true);
    expect(isWarningCode(392)).toBe(false);
    expect(WARNING_CODES[305].subject).toBe('codec');
  });
});

describe('Q.850', () => {
  it('causes that explain nothing are marked', () => {
    const mute = Object.keys(Q850_CAUSES).filter((cause) => !isInformative(Number(cause)));
    expect(mute).toEqual(['0', '16', '31']);
    expect(isInformative(17)).toBe(true);
    expect(isInformative(200)).toBe(true);
  });

  it('knows where the mappings differ', () => {
    expect(q850Facts(21)).toMatchObject({ rfc3398: 403, freeswitch: 603, asterisk: 403 });
    expect(q850Facts(38)).toMatchObject({ rfc3398: 503, asterisk: 500 });
    expect(q850Facts(16)?.normal).toBe(true);
    expect(q850Facts(12)).toBeNull();
    expect(isQ850Cause(142)).toBe(false);
  });

  it('maps SIP to causes that exist', () => {
    expect(SIP_TO_Q850[486]).toBe(17);
    expect(SIP_TO_Q850[603]).toBe(21);
    expect(SIP_TO_Q850[487]).toBeNull();
    for (const cause of Object.values(SIP_TO_Q850)) {
      if (typeof cause === 'number') expect(isQ850Cause(cause)).toBe(true);
    }
  });
});

describe('Reason', () => {
  it('has the 22 protocols, found without regard to case', () => {
    expect(Object.keys(REASON_PROTOCOLS)).toHaveLength(22);
    expect(reasonProtocol('q.850')).toBe('Q.850');
    expect(reasonProtocol('release_cause')).toBe('RELEASE_CAUSE');
    expect(reasonProtocol('FreeSWITCH')).toBeNull();
    expect(reasonProtocol('constructor')).toBeNull();
  });

  it('has the 16 locations of Q.850', () => {
    const values = Object.values(REASON_LOCATIONS).map(({ value }) => value);
    expect(values).toEqual([...values.keys()]);
    expect(values).toHaveLength(16);
    expect(reasonLocation('u')).toBe('U');
    expect(REASON_LOCATIONS.RLN.side).toBe('public');
    expect(reasonLocation('toString')).toBeNull();
  });

  it('tells FreeSWITCH’s own causes from SIP codes', () => {
    expect(isFreeswitchCause(804)).toBe(true);
    expect(FREESWITCH_CAUSES[805]).toBe('PICKED_OFF');
    expect(isFreeswitchCause(603)).toBe(false);
    const collisions = Object.keys(FREESWITCH_CAUSES).filter((cause) => cause in STATUS_CODES);
    expect(collisions).toEqual(['487']);
  });
});

describe('wording of products', () => {
  const examples: ReadonlyArray<readonly [PhraseField, number, string, string]> = [
    ['phrase', 100, 'trying -- your call is important to us', 'kamailio-trying'],
    ['phrase', 100, 'Giving it a try', 'opensips-trying'],
    ['phrase', 100, 'Giving a try', 'opensips-trying'],
    ['phrase', 183, 'In band info available', 'cirpack-in-band'],
    [
      'phrase',
      477,
      'Unfortunately error on sending to next hop occurred (477/TM)',
      'kamailio-send-error',
    ],
    [
      'phrase',
      479,
      'Regretfully, we were not able to process the URI (479/SL)',
      'kamailio-bad-uri',
    ],
    ['phrase', 478, 'Unresolvable destination (478/TM)', 'kamailio-unresolvable'],
    ['phrase', 476, 'Unresolvable destination (476/TM)', 'opensips-unresolvable'],
    ['phrase', 477, 'Send failed (477/TM)', 'opensips-send-failed'],
    ['phrase', 473, 'Filtered destination (473/TM)', 'opensips-blocked'],
    ['phrase', 500, "I'm terribly sorry, server error occurred (7/TM)", 'kamailio-server-error'],
    ['phrase', 500, 'Server error occurred (1/TM)', 'opensips-server-error'],
    ['phrase', 487, 'Transaction canceled (487/TM)', 'kamailio-cancelled'],
    ['phrase', 400, 'Bad To (400/SL)', 'ser-signature'],
    ['phrase', 403, 'Not relaying', 'kamailio-not-relaying'],
    ['phrase', 404, 'Not here', 'kamailio-not-here'],
    ['phrase', 401, 'Unauthorized - Challenging the UE', 'kamailio-ims-challenge'],
    ['phrase', 403, 'Forbidden (Bad auth)', 'asterisk-bad-auth'],
    ['phrase', 503, 'Maximum Calls In Progress', 'freeswitch-max-sessions'],
    ['phrase', 488, 'Not Acceptable Media', 'cisco-media'],
    ['phrase', 603, 'Network Blocked', 'network-blocked'],
    ['phrase', 403, 'Stale Date', 'stale-date'],
    ['phrase', 403, 'User channel limit exceeded D1', 'telnyx-limit'],
    ['phrase', 403, 'Caller Origination Number is Invalid D35', 'telnyx-caller-id'],
    ['phrase', 404, 'Connection inactive D18', 'telnyx-account'],
    ['phrase', 480, 'No forwarding number D21', 'telnyx-no-forwarding'],
    ['phrase', 403, 'Something new D77', 'telnyx-other'],
    ['reason', 200, 'Call completed elsewhere', 'completed-elsewhere'],
    ['reason', 408, 'ACK Timeout', 'freeswitch-ack-timeout'],
    ['reason', 200, 'ACK timeout', 'drachtio-ack-timeout'],
    ['reason', 603, 'v=analytics1;url=https://redress.example', 'analytics-blocking'],
    ['reason', 21, 'v=analytics1;tel=+12025550123;id=AB12', 'analytics-blocking'],
    ['reason', 16, 'NORMAL_CLEARING', 'freeswitch-cause-name'],
    ['warning', 392, 'Noisy feedback tells:  pid=32753 req_src_ip=192.0.2.1', 'ser-noisy-feedback'],
    [
      'warning',
      399,
      'Unable to find a device handler for the request received on port 5060 from 192.0.2.7',
      'cucm-no-device',
    ],
  ];

  it.each(examples)('%s %i "%s" is %s', (field, code, text, id) => {
    expect(recognisePhrase(field, code, text)?.id).toBe(id);
  });

  const nearMisses: ReadonlyArray<readonly [PhraseField, number, string]> = [
    ['phrase', 100, 'Trying'],
    ['phrase', 100, 'Not giving it a try'],
    ['phrase', 180, 'Giving it a try'],
    ['phrase', 603, 'Decline'],
    ['phrase', 603, 'Network Blocked Temporarily'],
    ['phrase', 486, 'Network Blocked'],
    ['phrase', 404, 'Not Found'],
    ['phrase', 404, 'Not here any more'],
    ['phrase', 403, 'Relaying denied'],
    ['phrase', 403, 'Forbidden D350'],
    ['phrase', 403, 'ForbiddenD35'],
    ['phrase', 200, 'Vitamin D3'],
    ['phrase', 500, 'Server Internal Error (see log)'],
    ['phrase', 500, 'Error (477/XX)'],
    ['reason', 16, 'Normal call clearing'],
    ['reason', 16, 'TERMINATED'],
    ['reason', 486, 'ACK Timeout'],
    ['reason', 603, 'analytics1'],
    ['phrase', 200, 'Call completed elsewhere'],
    ['warning', 399, 'Noisy feedback'],
    ['phrase', 500, ''],
  ];

  it.each(nearMisses)('%s %i "%s" is nobody’s', (field, code, text) => {
    expect(recognisePhrase(field, code, text)).toBeNull();
  });
});

describe('user agents', () => {
  it.each([
    ['Asterisk PBX 18.20.0', 'asterisk', 'pbx'],
    ['FPBX-16.0.40.7(18.20.0)', 'fpbx', 'pbx'],
    [
      'FreeSWITCH-mod_sofia/1.10.11-release+git~20231222T180831Z~f24064f7c9~64bit',
      'freeswitch',
      'pbx',
    ],
    ['3CXPhoneSystem 18.0.9.20 (9070)', '3cx', 'pbx'],
    ['3CXPhone 6.0.26523.0', '3cx-phone', 'softphone'],
    ['kamailio (5.7.4 (x86_64/linux))', 'kamailio', 'proxy'],
    ['OpenSIPS (3.4.2 (x86_64/linux))', 'opensips', 'proxy'],
    ['Sip EXpress router (0.8.12 (i386/linux))', 'ser', 'proxy'],
    ['Sip Express Media Server (1.1.1-aefe2 (x86_64/linux))', 'sems', 'sbc'],
    ['Cisco-CUCM12.5', 'cisco-cucm', 'pbx'],
    ['Cisco-SIPGateway/IOS-16.9.5', 'cisco-gateway', 'gateway'],
    ['Cisco-CP8841/12.8.1', 'cisco-phone', 'endpoint'],
    ['Cisco/SPA504G-7.5.2b', 'cisco-phone', 'endpoint'],
    ['Mediant VE SBC/v.7.20A.258.457', 'audiocodes', 'sbc'],
    ['Audiocodes-Sip-Gateway-MP-114 FXS/v.5.80A.019', 'audiocodes-gateway', 'gateway'],
    ['SONUS SBC2000 9.0.3v489 Sonus SBC', 'ribbon', 'sbc'],
    ['Yealink SIP-T46G 28.81.0.25', 'yealink', 'endpoint'],
    ['PolycomVVX-VVX_411-UA/5.9.6.2327', 'poly', 'endpoint'],
    ['Poly Edge E350', 'poly', 'endpoint'],
    ['Grandstream GXP2160 1.0.11.64', 'grandstream', 'endpoint'],
    ['Grandstream UCM6302 V1.0.19.9', 'grandstream-pbx', 'pbx'],
    ['snom320/8.7.5.35', 'snom', 'endpoint'],
    ['Zoiper v2.10.19.5-mod', 'zoiper', 'softphone'],
    ['Z 5.6.6 v2.10.20.9', 'zoiper', 'softphone'],
    ['LinphoneAndroid/5.2.5 (Pixel) LinphoneSDK/5.3', 'linphone', 'softphone'],
    ['MicroSIP/3.21.3', 'microsip', 'softphone'],
    ['Bria 4 release 4.7.1', 'bria', 'softphone'],
    ['X-Lite 4 release 4.0 stamp 58832', 'x-lite', 'softphone'],
    ['JsSIP 3.13.8', 'jssip', 'softphone'],
    ['SIP.js/0.21.2', 'sip-js', 'softphone'],
    ['baresip v3.5.1 (x86_64/Linux)', 'baresip', 'softphone'],
    ['PJSUA v2.14 Linux-5.15/x86_64', 'pjsua', 'softphone'],
    ['Twilio Gateway', 'twilio', 'carrier'],
    ['VOS3000 V2.1.7.01', 'vos', 'carrier'],
    ['SM-T515-TB4 Samsung IMS 6.0', 'samsung-ims', 'endpoint'],
    ['friendly-scanner', 'friendly-scanner', 'scanner'],
    ['sipcli/v1.8', 'sipcli', 'scanner'],
    ['SIPp/Win32', 'sipp', 'test-tool'],
    ['Nero SIPPS IP Phone Version 2.0.51.16', 'some-phone', 'endpoint'],
    ['Acme SIP phone 1.0', 'some-phone', 'endpoint'],
    ['My own PBX', 'some-pbx', 'pbx'],
  ])('%s is %s, a %s', (value, id, role) => {
    expect(recogniseUserAgent(value)).toMatchObject({ id, role });
  });

  it('leaves unknown names alone', () => {
    for (const value of ['', ' ', 'nginx', 'sipnab-demo', 'Pingtel/2.0.0 (WinNT)', 'User-Agent']) {
      expect(roleOf(value)).toBeNull();
    }
  });

  it('tells a person’s device from a server, and an attacker from both', () => {
    expect(isPersonalDevice('Yealink SIP-T46G')).toBe(true);
    expect(isPersonalDevice('MicroSIP/3.21.3')).toBe(true);
    expect(isPersonalDevice('Asterisk PBX')).toBe(false);
    expect(isPersonalDevice('something')).toBe(false);
    expect(isScanner('sipvicious')).toBe(true);
    expect(isScanner('sipsak 0.9.8')).toBe(false);
  });
});

describe('hostile text', () => {
  const LENGTH = 65_536;
  const seeds = [
    'a',
    ' ',
    ' D1',
    ' (1/TM',
    '(-1/',
    'AB_',
    'trying -- ',
    'Mediant ',
    'handover cance',
    'transition to c',
    'Cisco-',
    '3CX Phone',
    'sip-sca',
    'friendly-',
    'Sangoma ',
    'Avaya ',
    '\u0000',
  ];
  const texts = seeds.map((seed) => seed.repeat(Math.ceil(LENGTH / seed.length)));

  it('costs every pattern next to nothing', () => {
    const patterns = [...VENDOR_PHRASES, ...USER_AGENTS].map(({ pattern }) => pattern);
    for (const pattern of patterns) {
      expect(pattern.global || pattern.sticky, pattern.source).toBe(false); // they would keep state
      for (const text of texts) {
        const start = performance.now();
        pattern.test(text);
        expect(performance.now() - start, `${pattern.source} on ${text.slice(0, 16)}`).toBeLessThan(
          100,
        );
      }
    }
  });

  it('is answered without a match', () => {
    for (const text of texts) {
      expect(recognisePhrase('phrase', 500, text)).toBeNull();
    }
  });

  it('identifiers are unique', () => {
    for (const list of [VENDOR_PHRASES, USER_AGENTS]) {
      const ids = list.map(({ id }) => id);
      expect(new Set<string>(ids).size).toBe(ids.length);
    }
  });
});
