import { describe, expect, it } from 'vitest';
import { flowFromText } from '../../fixtures/dsl/index.ts';
import { CAST } from '../../fixtures/traces/cast.ts';
import { RegisterRates } from '../../src/call/register-rates.ts';
import { Registrations } from '../../src/call/registrations.ts';
import { diagnoseTrace } from '../helpers/judge.ts';

/** What is known after the registrations of a flow. */
function known(text: string): Registrations {
  const registrations = new Registrations();
  for (const [at, { judged }] of diagnoseTrace(flowFromText(`${CAST}\n${text}`)).entries()) {
    if (judged.kind === 'registration') registrations.learn(judged, at, { id: '' });
  }
  return registrations;
}

const registered = (at: number, contact: string, granted: number): string => `
  @${at}s bob -> proxy REGISTER
    Contact: <sip:1002@${contact}>
    Expires: 3600
  +10ms proxy -> bob 200
    Contact: <sip:1002@${contact}>;expires=${granted}`;

const shape = (registrations: Registrations) =>
  registrations.addresses.map(({ name, bindings }) => ({
    name,
    bindings: bindings.map(({ place, first, until, movedFrom, removed }) => ({
      place,
      seconds: Math.round((until - first.time) / 1e6),
      ...(movedFrom === null ? {} : { movedFrom }),
      ...(removed ? { removed } : {}),
    })),
  }));

describe('bindings', () => {
  it('are prolonged by refreshes, with what the registrar granted', () => {
    expect(
      shape(known(`${registered(0, '192.0.2.20', 60)}${registered(50, '192.0.2.20', 60)}`)),
    ).toEqual([
      { name: '1002@example.com', bindings: [{ place: '192.0.2.20:5060', seconds: 110 }] },
    ]);
  });

  it('begin anew after they ran out', () => {
    const bindings = shape(
      known(`${registered(0, '192.0.2.20', 60)}${registered(90, '192.0.2.20', 60)}`),
    );
    expect(bindings[0]?.bindings.map(({ seconds }) => seconds)).toEqual([60, 60]);
  });

  it('tell that a device moved', () => {
    const bindings = shape(
      known(`${registered(0, '192.0.2.20:7001', 60)}${registered(30, '192.0.2.20:7002', 60)}`),
    );
    expect(bindings[0]?.bindings).toEqual([
      { place: '192.0.2.20:7001', seconds: 60 },
      { place: '192.0.2.20:7002', seconds: 60, movedFrom: '192.0.2.20:7001' },
    ]);
  });

  it('of several ways to one device are no moves', () => {
    const two = `bob -> proxy REGISTER
        +Contact: <sip:1002@192.0.2.20:5070>
      +10ms proxy -> bob 200
        Contact: <sip:1002@192.0.2.20:5060>;expires=60, <sip:1002@192.0.2.20:5070>;expires=60`;
    const bindings = shape(known(two));
    expect(bindings[0]?.bindings).toEqual([
      { place: '192.0.2.20:5060', seconds: 60 },
      { place: '192.0.2.20:5070', seconds: 60 },
    ]);
  });

  it('end when they are taken away, all of them by a star', () => {
    const off = '@30s bob -> proxy REGISTER\n Contact: *\n Expires: 0\n +10ms proxy -> bob 200';
    const bindings = shape(known(`${registered(0, '192.0.2.20', 60)}\n${off}`));
    expect(bindings[0]?.bindings).toEqual([
      { place: '192.0.2.20:5060', seconds: 30, removed: true },
    ]);
  });

  it('last as long as the longest, where the registrar lists other contacts only', () => {
    const rewritten = `bob -> proxy REGISTER
        Expires: 3600
      +10ms proxy -> bob 200
        Contact: <sip:1002@10.9.9.9:40000>;expires=300`;
    expect(shape(known(rewritten))[0]?.bindings[0]?.seconds).toBe(300);
  });

  it('are followed for a bounded number of places', () => {
    const many = Array.from({ length: 70 }, (_, at) =>
      registered(at * 10, `192.0.2.20:${7000 + at}`, 3600),
    );
    const registrations = known(many.join('\n'));
    expect(registrations.addresses[0]?.bindings).toHaveLength(64);
    expect(registrations.left).toBe(6);
  });
});

describe('rates', () => {
  const at = (minute: number) => {
    const [request] = diagnoseTrace(flowFromText(`${CAST}\n bob -> proxy REGISTER`))[0]?.judged
      .messages ?? [expect.fail('no message')];
    if (request !== undefined) request.time = minute * 60_000_000;
    return request ?? expect.fail('no message');
  };

  it('know the usual minute, quiet ones included', () => {
    const rates = new RegisterRates();
    for (const minute of [0, 0, 3, 3, 3, 3, 4, 5, 5, 6]) rates.add(at(minute));
    // 2 0 0 4 1 2 1: sorted 4 2 2 1 1 0 0.
    expect(rates.peak()).toMatchObject({ busiest: { count: 4 }, median: 1, minutes: 7 });
  });

  it('are counted for a bounded number of minutes', () => {
    const rates = new RegisterRates();
    const request = at(0);
    for (let minute = 0; minute < 20_170; minute += 1) {
      request.time = minute * 60_000_000;
      rates.add(request);
    }
    expect(rates.left).toBe(10);
  });
});
