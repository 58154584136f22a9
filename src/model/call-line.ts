import { z } from 'zod';
import { callSchema, findingSchema } from './report.ts';
import { CALL_LINE_SCHEMA_ID } from './schema-ids.ts';

/** One line of NDJSON: a call that carries its findings instead of their ids, so that each line stands alone. */
export const callLineSchema = callSchema
  .extend({ schema: z.literal(CALL_LINE_SCHEMA_ID), findings: z.array(findingSchema) })
  .meta({ id: 'CallLine' });

export type CallLine = z.infer<typeof callLineSchema>;
