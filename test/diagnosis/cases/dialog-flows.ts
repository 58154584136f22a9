/** Set-ups that the cases of dialogs share. */

/** Nine messages through the proxy, which records its route; the ACK goes along it. */
export const relayed = `
  alice -> proxy INVITE sip:1002@example.com with sdp(PCMA)
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +80ms bob -> proxy 180
  proxy -> alice 180
  +3s bob -> proxy 200 with sdp(PCMA)
  proxy -> alice 200
  +10ms alice -> proxy ACK
  proxy -> bob ACK`;
/** Four messages from phone to phone. */
export const direct = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp(PCMA)
  +50ms bob -> alice 180
  +2s bob -> alice 200 with sdp(PCMA)
  +10ms alice -> bob ACK`;

/** Four messages; the 200 has the fields that `answer` names. */
export const up = (answer = '', invite = ''): string => `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp(PCMA)
  ${invite}
  +50ms bob -> alice 180
  +2s bob -> alice 200 with sdp(PCMA)
  ${answer}
  +10ms alice -> bob ACK`;
/** A hang-up and its 200. */
export const bye = (when: string, from = 'alice', to = 'bob', fields = ''): string => `
  ${when} ${from} -> ${to} BYE
  ${fields}
  +5ms ${to} -> ${from} 200
  +40s capture ends`;
