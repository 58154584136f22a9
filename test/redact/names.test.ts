/** What stands for a name: as long, equal for equal ones, and with what diagnosis needs of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/input/node-crypto.ts';
import { Names } from '../../src/redact/names.ts';
import { Originals } from '../../src/redact/originals.ts';
import { Scrambler } from '../../src/redact/scrambler.ts';
import { isPrivate } from '../../src/sip/address-class.ts';

const namesWith = (key: string): Names =>
  new Names(new Scrambler(key, nodeCrypto), new Originals());
const names = namesWith('key');

const octet = fc.integer({ min: 0, max: 255 });
/** Octets at which classes begin and end. */
const first = fc.oneof(octet, fc.constantFrom(10, 100, 169, 172, 192));
const second = fc.oneof(octet, fc.constantFrom(15, 16, 31, 32, 63, 64, 127, 128, 168, 254));
const ipv4 = fc.tuple(first, second, octet, octet).map((octets) => octets.join('.'));
const ordinary = ipv4.filter((text) => {
  const net = Number(text.split('.')[0]);
  return net > 0 && net !== 127 && net < 224;
});
const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
const ipv6 = fc
  .array(group, { minLength: 7, maxLength: 7 })
  .map((all) => ['2001', ...all].join(':'));
const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const word = fc.stringMatching(/^[a-zA-Z0-9._-]{1,40}$/);
/** Any bytes, as the redactor sees them. */
const bytes = fc.uint8Array({ maxLength: 80 }).map((all) => String.fromCharCode(...all));

describe('an IPv4 address', () => {
  it('stays as long and of its class', () => {
    fc.assert(
      fc.property(ordinary, (text) => {
        const made = names.address(text);
        expect(made).toHaveLength(text.length);
        expect(isPrivate(made)).toBe(isPrivate(text));
      }),
    );
  });

  it('shares with its neighbours what they shared', () => {
    fc.assert(
      fc.property(ordinary, octet, (text, last) => {
        const neighbour = [...text.split('.').slice(0, 3), last].join('.');
        const net = (address: string): string => address.split('.').slice(0, 3).join('.');
        expect(net(names.address(text))).toBe(net(names.address(neighbour)));
      }),
    );
  });

  it('is not that of another one', () => {
    fc.assert(
      fc.property(ordinary, ordinary, (a, b) => {
        expect(names.address(a) === names.address(b)).toBe(a === b);
      }),
    );
  });

  it.each(['0.0.0.0', '127.0.0.1', '224.0.1.75', '255.255.255.255', '1.1.1.1'])(
    '%s names no host of anybody',
    (text) => {
      expect(names.address(text)).toBe(text);
    },
  );

  it.each(['256.7.7.7', '010.001.002.003', '1.2.3.4.5'])('%s is none and stays none', (text) => {
    const made = names.host(text);
    expect(made).not.toBe(text);
    expect(made.split('.').map(({ length }) => length)).toEqual(
      text.split('.').map(({ length }) => length),
    );
  });
});

describe('an IPv6 address', () => {
  it('stays as long, and in its /64', () => {
    fc.assert(
      fc.property(ipv6, group, (text, last) => {
        const made = names.address(text);
        expect(made).toHaveLength(text.length);
        const neighbour = [...text.split(':').slice(0, 7), last].join(':');
        const net = (address: string): string => address.split(':').slice(0, 4).join(':');
        expect(net(names.address(neighbour))).toBe(net(made));
      }),
    );
  });

  it('is the same however it is written', () => {
    expect(names.address('2001:db8:0:0:0:0:0:5').replace(/:0:0:0:0:0:/, '::')).toBe(
      names.address('2001:db8::5'),
    );
    expect(names.address('2001:DB8::AF').toLowerCase()).toBe(names.address('2001:db8::af'));
  });

  it.each(['fe80::1234', 'fd12::5', '::1', 'ff02::1'])('%s stays of its class', (text) => {
    expect(names.address(text).slice(0, 2)).toBe(text.slice(0, 2));
  });
});

describe('a number', () => {
  it('keeps its length and how it begins', () => {
    fc.assert(
      fc.property(digits(8, 18), (text) => {
        const made = names.number(text);
        const kept = text.length - 6;
        expect(made).toHaveLength(text.length);
        expect(made.slice(0, kept)).toBe(text.slice(0, kept));
        expect(made).not.toBe(text);
      }),
    );
  });

  it('ends alike behind every prefix', () => {
    fc.assert(
      fc.property(digits(8, 10), digits(1, 4), (subscriber, prefix) => {
        const end = (text: string): string => names.number(text).slice(-6);
        expect(end(prefix + subscriber)).toBe(end(subscriber));
      }),
    );
  });

  it('is not that of another one', () => {
    fc.assert(
      fc.property(digits(4, 12), digits(4, 12), (a, b) => {
        expect(names.number(a) === names.number(b)).toBe(a === b);
      }),
    );
  });

  it.each(['112', '911', '97'])('%s is a service and stays', (text) => {
    expect(names.user(text)).toBe(text);
  });

  it('keeps what stands between its digits', () => {
    expect(names.number('+1-212-555-0100')).toMatch(/^\+1-212-5\d\d-\d{4}$/);
  });
});

describe('a name', () => {
  it('stays as long, equal for equal ones and different for others', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(names.user(a)).toHaveLength(a.length);
        expect(names.user(a) === names.user(b)).toBe(a === b);
      }),
    );
  });

  it('is as long in bytes whatever bytes it has, in every way of hiding', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        for (const made of [
          names.user(text),
          names.strict(text),
          names.free(text),
          names.display(text),
          names.callId(text),
          names.hostPort(text),
          names.secret(text),
        ]) {
          expect(made).toHaveLength(text.length);
        }
      }),
    );
  });

  it('stays valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const wide = Buffer.from(text).toString('latin1');
        const made = Buffer.from(names.display(wide), 'latin1');
        expect(Buffer.from(made.toString('utf8'))).toEqual(made);
      }),
    );
  });

  it('does not depend on its case, and keeps it', () => {
    expect(names.host('Edge7.Acme-Tel.NET').toLowerCase()).toBe(names.host('edge7.acme-tel.net'));
    expect(names.user('Jane')).toMatch(/^[A-Z][a-z]{3}$/);
  });

  it('keeps the domain of a host together, and its top', () => {
    const [a, b] = [names.host('a1.acme-tel.de'), names.host('b2.acme-tel.de')];
    expect(a.slice(2)).toBe(b.slice(2));
    expect(a).toMatch(/\.de$/);
  });

  it.each(['anonymous', 'asterisk', 'sip', 'localhost'])('%s names nobody', (text) => {
    expect(names.user(text)).toBe(text);
  });
});

it('two with one key agree, with another they do not', () => {
  const texts = [
    'jane.doe',
    '+84912345678',
    '10.11.12.13',
    'edge.acme.net',
    'ab12cd34@10.11.12.13',
  ];
  const hide = (key: string): string[] => texts.map((text) => namesWith(key).userAtHost(text));
  expect(hide('one')).toEqual(hide('one'));
  expect(hide('one')).not.toEqual(hide('two'));
});
