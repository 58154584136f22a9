/** One cause is told once: what follows from it in the same call, on another leg and at an endpoint points at it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { flowFromText, toPcap } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import type { Report } from '../../src/model/report.ts';
import { loadGrammar } from '../../src/sip/grammar.ts';
import { problemsOf } from '../../src/report/problems.ts';
import { textFormat } from '../../src/report/text.ts';
import { reportOf } from '../helpers/session.ts';

beforeAll(() => loadGrammar());

const told = (text: string): Report => reportOf([toPcap(flowFromText(`${CAST}\n${text}`))]);

/** Each finding as `rule`, or `rule < rule of its cause`; the primary one of each call in front. */
function summary({ calls, findings }: Report): { primaries: string[]; links: string[] } {
  const ruleOf = (id: string | null | undefined): string =>
    findings.find((one) => one.id === id)?.rule ?? '-';
  return {
    primaries: calls.map(({ primary }) => ruleOf(primary)),
    links: findings.flatMap(({ rule, causedBy }) =>
      causedBy === undefined ? [] : [`${rule} < ${ruleOf(causedBy)}`],
    ),
  };
}

const UP = `
  alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
  +20ms gw -> alice 100
  +80ms gw -> alice 180
  +2s gw -> alice 200 with sdp(PCMA)
  +10ms alice -> gw ACK`;

describe('a call whose other side is gone', () => {
  it('has the first request that nobody heard for its cause', () => {
    const { primaries, links } = summary(
      told(`${UP}
      +300s gw -> alice INVITE with sdp(PCMA)
      retransmit x6 A
      +32s gw -> alice BYE
      retransmit x10 E
      +40s capture ends`),
    );
    expect(primaries).toEqual(['reinvite-no-answer']);
    expect(links).toContain('noninvite-no-response < reinvite-no-answer');
    expect(links.filter((link) => link.startsWith('bye-unanswered'))).toHaveLength(1);
  });

  it('is told once for the session refresh and the hang-up after it', () => {
    const { findings } = told(`${UP}
      +300s gw -> alice UPDATE
      retransmit x10 E
      +32s gw -> alice BYE
      retransmit x10 E
      +40s capture ends`);
    const silent = findings.filter(({ rule }) => rule === 'noninvite-no-response');
    expect(silent.map(({ args, severity }) => [args['method'], severity])).toEqual([
      ['UPDATE', 'error'],
    ]);
  });

  it('is told again where the other side had been heard in between', () => {
    const { findings } = told(`${UP}
      +300s gw -> alice UPDATE
      retransmit x10 E
      +32s alice -> gw INFO
      +5ms gw -> alice 200
      +9s gw -> alice BYE
      retransmit x10 E
      +40s capture ends`);
    const silent = findings.filter(({ rule }) => rule === 'noninvite-no-response');
    expect(silent.map(({ args }) => args['method'])).toEqual(['UPDATE', 'BYE']);
  });

  it('was given a private Contact: the capture is not to blame', () => {
    const report = told(`
      home = 10.0.0.5:5060 behind 203.0.113.77:62011 "Grandstream HT801 1.0.43" user=1007
      inside = 10.0.0.5:5060
      home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
      +50ms gw -> home 180
      +2s gw -> home 200 with sdp(PCMA)
      +10ms home -> gw ACK
      +20s gw -> inside BYE
      retransmit x10 E
      +40s capture ends`);
    const { primaries, links } = summary(report);
    expect(primaries).toEqual(['nat-private-contact']);
    expect(links).toEqual(['noninvite-no-response < nat-private-contact']);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('capture-one-way');
  });
});

describe('a B2BUA that passes a refusal on', () => {
  const legs = (between: string, final = '480'): string => `
    alice -> sbc INVITE sip:+84901234567@198.51.100.40 with sdp(PCMA)
    +5ms sbc -> alice 100
    +20ms sbc -> gw INVITE sip:84901234567@203.0.113.9 call=leg2 with sdp(PCMA)
    +20ms gw -> sbc 100
    +300ms gw -> sbc 503 "No circuits"
    sbc -> gw ACK
    ${between} sbc -> alice ${final}
    alice -> sbc ACK
    +40s capture ends`;

  it('is the consequence of its far leg', () => {
    const { primaries, links } = summary(told(legs('+5ms')));
    expect(primaries).toEqual(['resp-503-overload', 'resp-503-overload']);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatch(/^resp-\S+ < resp-503-overload$/);
  });

  it('is not where the far leg had failed long before', () => {
    expect(summary(told(legs('+20s'))).links).not.toContain(
      'resp-480-unavailable < resp-503-overload',
    );
  });
});

describe('a transfer', () => {
  const transfer = (bye: string, next: string): string => `${UP}
    +5s gw -> alice REFER
      Refer-To: <sip:7777@example.com>
    +5ms alice -> gw 202
    ${bye}
    ${next}
    +40s capture ends`;
  const HANGS_UP = '+20ms gw -> alice BYE\n +5ms alice -> gw 200';
  const CALLS = (final: string): string => `
    +50ms alice -> proxy INVITE sip:7777@example.com new with sdp(PCMA)
    +5ms proxy -> alice 100
    ${final}`;

  it('is lost when its call fails after the hang-up, even without a notification', () => {
    const { findings } = told(
      transfer(HANGS_UP, CALLS('+200ms proxy -> alice 486\n alice -> proxy ACK')),
    );
    const lost = findings.find(({ rule }) => rule === 'refer-call-lost');
    expect(lost).toMatchObject({ severity: 'error', confidence: 'likely', args: { code: 486 } });
  });

  it('is not when its call is answered', () => {
    const answered = '+200ms proxy -> alice 200 with sdp(PCMA)\n +5ms alice -> proxy ACK';
    const { findings } = told(transfer(HANGS_UP, CALLS(answered)));
    expect(findings.map(({ rule }) => rule)).not.toContain('refer-call-lost');
  });

  it('failed because its call was refused', () => {
    const notify = `+20ms alice -> gw NOTIFY
      Event: refer
      Subscription-State: terminated;reason=noresource
      Content-Type: message/sipfrag
      | SIP/2.0 404 Not Found
    +5ms gw -> alice 200 for NOTIFY
    +9s gw -> alice BYE
    +5ms alice -> gw 200 for BYE`;
    const { links } = summary(
      told(transfer('', `${CALLS('+200ms proxy -> alice 404\n alice -> proxy ACK')}\n${notify}`)),
    );
    expect(links).toContain('refer-failed < resp-404-number');
  });
});

describe('a lapsed registration', () => {
  it('is told by the call that met it', () => {
    const { findings } = told(`
      bob -> proxy REGISTER
        Expires: 60
      +5ms proxy -> bob 200
        Contact: <sip:1002@192.0.2.20:5060>;expires=60
      +120s alice -> proxy INVITE sip:1002@example.com with sdp
      +5ms proxy -> alice 480
      alice -> proxy ACK
      +60s capture ends`);
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toContain('register-expired-at-call');
    expect(rules).not.toContain('register-not-refreshed');
  });
});

describe('a storm of refusals', () => {
  const storm = (codeOf: (index: number) => number): Report => {
    const calls = Array.from(
      { length: 12 },
      (_, index) => `
      call c${index} @${1 + index * 4}s {
        proxy -> gw INVITE sip:+8490123456${index}@203.0.113.9 with sdp
        +9ms gw -> proxy ${codeOf(index)}
        +2ms proxy -> gw ACK
      }`,
    );
    return reportOf([toPcap(flowFromText(`${CAST}\n${calls.join('\n')}\n@400s capture ends`))]);
  };
  const sums = (report: Report): string[] =>
    summary(report).links.filter((link) => link.startsWith('overload-burst'));

  it('is one trouble with its calls, but for a few that look different', () => {
    expect(sums(storm(() => 503))).toEqual(['overload-burst < resp-503-overload']);
    const mostly = storm((index) => (index < 2 ? 500 : 503));
    expect(sums(mostly)).toEqual(['overload-burst < resp-503-overload']);
    expect(problemsOf(mostly).map(({ finding }) => finding?.rule)).not.toContain('overload-burst');
    const page = [...textFormat.render(mostly, {})].join('').replace(/\s+/g, ' ');
    expect(page).toContain('is saturated: 12 requests refused within a minute (500, 503).');
  });

  it('is a trouble of its own where its calls have nothing else in common', () => {
    const mixed = storm((index) => (index % 2 === 0 ? 500 : 503));
    expect(sums(mixed)).toEqual([]);
    expect(problemsOf(mixed).map(({ finding }) => finding?.rule)).toContain('overload-burst');
  });
});
