import type { Dialect } from '../dialect.ts';

/** `[UDP://192.0.2.1:5060]`; the host may be a name, or an IPv6 address with or without brackets of its own. */
const PEER = String.raw`\[(?<transport>[A-Za-z]{2,4}):\/\/(?<remote>\S+)\]`;

/**
 * Linphone and everything else on belle-sip (channel.c). What is received is printed as it is read from the socket, so one block
 * may hold several messages, and its length is that of the read. The stamp stands in front of the row.
 */
export const linphone: Dialect = {
  id: 'linphone',
  patterns: [
    {
      mark: '] new bytes from [',
      row: new RegExp(
        String.raw`channel \[\w+\]: (?<way>received) \[(?<size>\d+)\] new bytes from ${PEER}`,
      ),
    },
    {
      mark: ' sent to [',
      row: new RegExp(
        String.raw`channel \[\w+\]: message (?:partly )?(?<way>sent) to ${PEER}, (?:size: \[(?<size>\d+)\]|sent: \[\d+\/\d+\]) bytes`,
      ),
    },
  ],
};

/** Other rows of the two loggers. */
export const linphoneQuiet: Dialect = {
  id: linphone.id,
  patterns: [
    { mark: 'linphone[', row: /linphone\[\d+:\d+\] \[(?:Message|Warning|Error|Debug)\]/ },
    { mark: 'belle-sip-', row: /belle-sip-(?:message|warning|error|debug)-/ },
  ],
};
