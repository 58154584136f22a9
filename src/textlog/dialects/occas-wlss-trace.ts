import type { Dialect } from '../dialect.ts';

/**
 * Oracle OCCAS (WebLogic SIP Server) message debug: the administrator chooses what is printed, so the start line may be missing; then
 * there is no message to read, only a log to recognise.
 */
export const occasWlssTrace: Dialect = {
  id: 'occas-wlss-trace',
  patterns: [
    {
      mark: '<WLSS.Trace>',
      row: /####<(?<date>[A-Z][a-z]{2} \d{1,2}, \d{4}) (?<hour>\d{1,2})(?<rest>:\d\d:\d\d) (?<half>AM|PM) (?<zone>[A-Z]{3,4})> <\w{1,16}> <WLSS\.Trace>/,
      read: (_, { groups = {} }) => {
        const { date, hour, rest, half, zone } = groups;
        const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
        return { time: `${date} ${String(hours).padStart(2, '0')}${rest} ${zone}` };
      },
    },
  ],
  end: /^>$/,
};
