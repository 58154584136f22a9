/**
 * `siptriage.config.json`: what a site sets once for all its captures. The published JSON Schema is made from this,
 * with the names of rules and thresholds added.
 */
import { z } from 'zod';
import { ESTATE_ROLES } from './estate.ts';
import { RULE_SETTINGS } from './rule-setting.ts';

/** Longer names make no line of a report readable, characters. */
const MAX_NAME = 60;

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('for editors; not used'),
    rules: z
      .record(z.string(), z.enum(RULE_SETTINGS))
      .optional()
      .describe('rule, family or pattern such as trying-* → off, or the severity of its findings'),
    thresholds: z
      .record(z.string(), z.number().nonnegative())
      .optional()
      .describe('limits that rules compare with'),
    estate: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(MAX_NAME),
          role: z.enum(ESTATE_ROLES).optional(),
          addresses: z
            .array(z.string())
            .min(1)
            .describe('address, address:port, network such as 192.0.2.0/24, or host name'),
        }),
      )
      .optional()
      .describe('own names for addresses; the most exact entry that fits an address names it'),
  })
  .meta({ title: 'siptriage.config.json' });

export type Config = z.infer<typeof configSchema>;

/** The JSON Schema (draft 2020-12) of the file, without the names that only the rules know. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: 'input' });
}
