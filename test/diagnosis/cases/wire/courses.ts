/** What changes over time at one node or differs between nodes, against what merely varies. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

const HOSTS = `
  g1 = 203.0.113.101:5060 server
  g2 = 203.0.113.102:5060 server
`;
const G1 = '203.0.113.101:5060';

interface Placed {
  /** s */
  readonly at: number;
  readonly to?: string;
  /** A refusal; answered without. */
  readonly code?: number;
  readonly reason?: string;
  /** Until it rings, ms; talk, s. */
  readonly ring?: number;
  readonly talk?: number;
  readonly number?: (index: number) => string;
}

/** An answered call has seven packets, a refused one three. */
const placed = (call: Placed, index: number): string => {
  const { at, to = 'g1', code, reason, ring = 300, talk = 60 } = call;
  const { number = (one: number) => `+8490123${4000 + one}` } = call;
  return `call c${index} @${at}s {
    pbx -> ${to} INVITE sip:${number(index)}@203.0.113.9 with sdp
    ${
      code === undefined
        ? `+2ms ${to} -> pbx 100
    +${ring}ms ${to} -> pbx 180
    +500ms ${to} -> pbx 200 with sdp
    +3ms pbx -> ${to} ACK
    +${talk}s pbx -> ${to} BYE
    +3ms ${to} -> pbx 200`
        : `+3ms ${to} -> pbx ${code}${reason === undefined ? '' : `\n      Reason: ${reason}`}
    +1ms pbx -> ${to} ACK`
    }
  }`;
};
const calls = (...all: readonly (readonly Placed[])[]): Uint8Array =>
  capture(`${HOSTS}\n${all.flat().map(placed).join('\n')}\n@9000s capture ends`);
const series = (count: number, from: number, call: Omit<Placed, 'at'> = {}): Placed[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + 20 * index, ...call }));

const BEFORE = series(35, 1);
const AFTER = series(35, 2000);
const elsewhere = (index: number): string => `+1212555${4000 + index}`;
const LIKELY = { severity: 'warning', confidence: 'likely', scope: 'endpoint' } as const;

const delays: readonly WireCase[] = [
  firesIn(
    'pdd-regression',
    'forty calls that ring after two seconds and a half',
    () => calls(BEFORE, series(40, 1000, { ring: 2500 }), AFTER),
    {
      ...LIKELY,
      args: {
        node: G1,
        calls: 40,
        delayUs: 2_502_000,
        usualCalls: 70,
        usualUs: 302_000,
        spanUs: 780_000_000,
      },
      frames: [246, 251, 256, 261],
      calls: 0,
    },
  ),
  sparesIn('pdd-regression', 'twenty-nine slow calls', () =>
    calls(BEFORE, series(29, 1000, { ring: 2500 }), AFTER),
  ),
  sparesIn('pdd-regression', 'calls that ring a second later', () =>
    calls(BEFORE, series(40, 1000, { ring: 1290 }), AFTER),
  ),
  sparesIn('pdd-regression', 'forty calls to another country', () =>
    calls(BEFORE, series(40, 1000, { ring: 2500, number: elsewhere }), AFTER),
  ),
  sparesIn('pdd-regression', 'one slow number, called again and again', () =>
    calls(BEFORE, series(40, 1000, { ring: 2500, number: () => '+84901239999' }), AFTER),
  ),
  sparesIn('pdd-regression', 'every third call', () =>
    calls(
      Array.from({ length: 110 }, (_, at) => ({
        at: 1 + 20 * at,
        ring: at % 3 === 0 ? 2500 : 300,
      })),
    ),
  ),
];

const talks: readonly WireCase[] = [
  firesIn(
    'acd-collapse',
    'forty calls of six seconds',
    () => calls(BEFORE, series(40, 1000, { talk: 6 }), AFTER),
    {
      ...LIKELY,
      args: {
        node: G1,
        calls: 40,
        talkUs: 6_000_000,
        usualCalls: 70,
        usualUs: 60_000_000,
        spanUs: 780_000_000,
      },
      frames: [246, 253, 260, 267],
      calls: 0,
    },
  ),
  sparesIn('acd-collapse', 'talks of half the length', () =>
    calls(BEFORE, series(40, 1000, { talk: 30 }), AFTER),
  ),
  sparesIn('acd-collapse', 'an alarm that calls its own number', () =>
    calls(BEFORE, series(40, 1000, { talk: 6, number: () => '+84901239999' }), AFTER),
  ),
  sparesIn('acd-collapse', 'a campaign in another country', () =>
    calls(BEFORE, series(40, 1000, { talk: 6, number: elsewhere }), AFTER),
  ),
];

const LASTING = series(70, 1, { to: 'g2' });
const shorts: readonly WireCase[] = [
  firesIn(
    'short-call',
    'calls of three seconds, and calls of a minute over another gateway',
    () => calls(LASTING, series(35, 7, { talk: 3 })),
    {
      ...LIKELY,
      args: {
        node: G1,
        limitUs: 5_000_000,
        answered: 35,
        short: 35,
        otherAnswered: 70,
        otherShort: 0,
      },
      frames: [6, 18, 30, 44],
      calls: 0,
    },
  ),
  sparesIn('short-call', 'calls that are short over every gateway', () =>
    calls(series(70, 1, { to: 'g2', talk: 3 }), series(35, 7, { talk: 3 })),
  ),
  sparesIn('short-call', 'a gateway for other numbers', () =>
    calls(LASTING, series(35, 7, { talk: 3, number: elsewhere })),
  ),
  sparesIn('short-call', 'twenty-nine short calls', () =>
    calls(LASTING, series(29, 7, { talk: 3 })),
  ),
];

const refused: readonly WireCase[] = [
  firesIn(
    'ner-drop',
    'forty calls that are forbidden',
    () => calls(BEFORE, series(40, 1000, { code: 403 }), AFTER),
    {
      ...LIKELY,
      confidence: 'proven',
      args: {
        node: G1,
        attempts: 40,
        refusals: 40,
        usualAttempts: 70,
        usualRefusals: 0,
        spanUs: 780_000_000,
        codes: '403',
      },
      frames: [247, 250, 253, 256],
      calls: 40,
    },
  ),
  firesIn(
    'ner-drop',
    'forty numbers that exist no more',
    () => calls(BEFORE, series(40, 1000, { code: 404 }), AFTER),
    {
      ...LIKELY,
      confidence: 'proven',
      args: { attempts: 40, refusals: 40, codes: '404' },
      frames: [247, 250, 253, 256],
      calls: 40,
    },
  ),
  sparesIn('ner-drop', 'a list in which every other number is wrong', () =>
    calls(
      BEFORE,
      Array.from({ length: 60 }, (_, at): Placed => {
        const time = 1000 + 15 * at;
        return at % 2 === 0 ? { at: time, code: 404 } : { at: time };
      }),
      AFTER,
    ),
  ),
  sparesIn('ner-drop', 'callees that are busy', () =>
    calls(BEFORE, series(40, 1000, { code: 486 }), AFTER),
  ),
  sparesIn('ner-drop', 'a gateway that fails', () =>
    calls(BEFORE, series(40, 1000, { code: 500 }), AFTER),
  ),
  sparesIn('ner-drop', 'callers that analytics block, as the refusals say themselves', () =>
    calls(
      BEFORE,
      series(40, 1000, {
        code: 603,
        reason: 'SIP;cause=603;text="v=analytics1;url=https://b.example.com;id=1";location=LN',
      }),
      AFTER,
    ),
  ),
  sparesIn('ner-drop', 'a country that is barred', () =>
    calls(BEFORE, series(40, 1000, { code: 403, number: elsewhere }), AFTER),
  ),
];

export const courseCases: readonly WireCase[] = [...delays, ...talks, ...shorts, ...refused];
