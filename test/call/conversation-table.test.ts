import { describe, expect, it } from 'vitest';
import { KNOWN_PLACES } from '../../src/call/conversation.ts';
import { ConversationTable } from '../../src/call/conversation-table.ts';
import { NONE } from '../../src/call/store.ts';
import { latin1Bytes } from '../../src/sip/bytes.ts';
import type { Message } from '../../src/sip/message.ts';
import { readMessage } from '../../src/sip/read.ts';

function withCallId(callId: string): Message {
  const text = `OPTIONS sip:a@192.0.2.1 SIP/2.0\r\nCall-ID: ${callId}\r\n\r\n`;
  const bytes = latin1Bytes(text);
  return readMessage(bytes, 0, bytes.length) as Message;
}

describe('conversations by Call-ID', () => {
  it('gives each Call-ID one conversation, through every growth', () => {
    const table = new ConversationTable();
    const many = 10_000;
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < many; n += 1) {
        const { id, callId } = table.of(
          withCallId(`${n}-${'x'.repeat(n % 40)}@192.0.2.${n % 250}`),
        );
        expect(id).toBe(n);
        if (n % 1000 === 0) expect(callId).toBe(`${n}-${'x'.repeat(n % 40)}@192.0.2.${n % 250}`);
      }
    }
    expect(table.size).toBe(many);
    expect(table.get('77-' + 'x'.repeat(37) + '@192.0.2.77')?.id).toBe(77);
    expect(table.get('nobody')).toBeUndefined();
  });

  it('keeps what is alike apart', () => {
    const table = new ConversationTable();
    const names = [
      '',
      'a',
      'ab',
      'abc',
      'abcd',
      'abcde',
      'abcdf',
      'Abcde',
      'abcd\u00e9',
      'x'.repeat(1024),
    ];
    expect(names.map((name) => table.of(withCallId(name)).id)).toEqual(names.map((_, at) => at));
    expect(names.map((name) => table.get(name)?.callId)).toEqual(names);
  });

  it('knows the places of the first messages, and the last one of all', () => {
    const table = new ConversationTable();
    const conversation = table.of(withCallId('one'));
    expect([conversation.last, conversation.count]).toEqual([NONE, 0]);
    for (let n = 0; n < KNOWN_PLACES + 2; n += 1) conversation.append(100 + n);
    expect(conversation.count).toBe(KNOWN_PLACES + 2);
    expect(conversation.last).toBe(100 + KNOWN_PLACES + 1);
    expect(conversation.placeOf(KNOWN_PLACES - 1)).toBe(100 + KNOWN_PLACES - 1);
    expect(conversation.placeOf(KNOWN_PLACES)).toBe(NONE);
    conversation.place(KNOWN_PLACES + 1, 7);
    conversation.place(0, 8);
    expect([conversation.last, conversation.placeOf(0)]).toEqual([7, 8]);
  });

  it('keeps the marks of one conversation from another', () => {
    const table = new ConversationTable();
    table.of(withCallId('one')).answered = true;
    const two = table.of(withCallId('two'));
    two.refused = true;
    two.lastTime = 1.7e15;
    const one = table.at(0);
    expect([one.answered, one.refused, one.lastTime]).toEqual([true, false, 0]);
    expect([two.answered, two.refused, two.lastTime]).toEqual([false, true, 1.7e15]);
    two.refused = false;
    expect(table.at(1).refused).toBe(false);
  });
});
