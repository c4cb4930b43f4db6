import { catalogue, type MessageId } from '@speeches/parser/messages'

/** How a rule can be taken: not at all, or as severe as that. */
export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The ids of all messages: what a severity can be set for. */
export const RULES = Object.keys(catalogue) as MessageId[]

/** What is set for some rules; for the others the catalogue says how severe they are. */
export type Severities = Partial<Record<MessageId, Severity>>

/** What a configuration file holds. */
export interface Config {
  rules: Severities
}

/** What the configuration file is called, wherever it stands. */
export const CONFIG_NAME = 'speeches.config.json'

/** The JSON Schema (draft 2020-12) of a configuration file; published beside the command. */
export function configSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: CONFIG_NAME,
    description: 'How severe `speeches check` takes each message.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'A severity for each message that is not to be taken as the catalogue says.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(RULES.map((id) => [id, ruleSchema(id)])),
      },
    },
  }
}

function ruleSchema(id: MessageId): Record<string, unknown> {
  const { severity, reason, advice } = catalogue[id]
  return { enum: SEVERITIES, default: severity, description: `${reason} ${advice}` }
}
