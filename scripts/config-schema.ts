import { RULE_IDS, RULE_TEXTS } from '../src/catalog/rule-texts.ts';
import { FAMILY_NAMES } from '../src/diagnosis/settings/rule-names.ts';
import { DEFAULT_THRESHOLDS } from '../src/diagnosis/thresholds.ts';
import { configJsonSchema } from '../src/model/config.ts';

interface RecordSchema {
  readonly additionalProperties: object;
  properties?: Record<string, object>;
}

/** The JSON Schema of siptriage.config.json with the names that exist, so that an editor can offer them. */
export function configSchemaText(): string {
  const schema = configJsonSchema() as {
    properties: { rules: RecordSchema; thresholds: RecordSchema };
  };
  const { rules, thresholds } = schema.properties;
  const describe = (name: string, description: string) =>
    [name, { ...rules.additionalProperties, description }] as const;
  rules.properties = Object.fromEntries([
    ...FAMILY_NAMES.map((family) => describe(family, `all rules of the family ${family}`)),
    ...RULE_IDS.map((id) => describe(id, RULE_TEXTS.en[id].summary)),
  ]);
  thresholds.properties = Object.fromEntries(
    Object.entries(DEFAULT_THRESHOLDS).map(([name, value]) => [
      name,
      { ...thresholds.additionalProperties, default: value },
    ]),
  );
  return `${JSON.stringify(schema, null, 2)}\n`;
}
