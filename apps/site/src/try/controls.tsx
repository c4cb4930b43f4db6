import type { Repair } from '@speeches/parser'
import type { Translate } from '../i18n/locale.ts'
import type { Choices, OtherScript } from './protocol.ts'
import { REPAIRS } from './repairs.ts'
import type { View } from './row.tsx'

const VIEWS = [
  ['both', 'viewBoth'],
  ['restored', 'viewRestored'],
  ['original', 'viewOriginal'],
  ['difference', 'viewDifference'],
] as const

export type ShownScript = 'source' | OtherScript

const SCRIPTS = [
  ['source', 'scriptSource'],
  ['simplified', 'scriptSimplified'],
  ['traditional', 'scriptTraditional'],
] as const

interface Props {
  t: Translate
  view: View
  setView: (view: View) => void
  script: ShownScript
  setScript: (script: ShownScript) => void
  ruby: boolean
  setRuby: (ruby: boolean) => void
  choices: Choices
  setChoices: (choices: Choices) => void
}

/** The switches above a page: what is shown, in which script, and which repairs are made. */
export function Controls({ t, view, setView, script, setScript, ruby, setRuby, choices, setChoices }: Props) {
  return (
    <div class="try-controls">
      <Switch legend={t('tryView')} name="view" value={view} set={setView} of={VIEWS} t={t} />
      <Switch legend={t('tryScript')} name="script" value={script} set={setScript} of={SCRIPTS} t={t} />
      <label>
        <input type="checkbox" checked={ruby} onChange={(event) => setRuby(event.currentTarget.checked)} />{' '}
        {t('tryRuby')}
      </label>
      <details>
        <summary>{t('tryRules')}</summary>
        <div class="try-rules">
          {REPAIRS.map((rule) => (
            <label key={rule}>
              <input
                type="checkbox"
                checked={!choices.without.includes(rule)}
                onChange={(event) => setChoices({ ...choices, without: toggled(choices.without, rule, event) })}
              />{' '}
              {t(`rule${rule}`)}
            </label>
          ))}
          <label>
            <input
              type="checkbox"
              checked={choices.unsure}
              onChange={(event) => setChoices({ ...choices, unsure: event.currentTarget.checked })}
            />{' '}
            {t('tryUnsure')}
          </label>
          <label>
            <input
              type="checkbox"
              checked={choices.lexicon}
              onChange={(event) => setChoices({ ...choices, lexicon: event.currentTarget.checked })}
            />{' '}
            {t('tryLexicon')}
          </label>
        </div>
      </details>
    </div>
  )
}

function toggled(without: readonly Repair[], rule: Repair, event: { currentTarget: { checked: boolean } }): Repair[] {
  const others = without.filter((other) => other !== rule)
  return event.currentTarget.checked ? others : [...others, rule]
}

interface SwitchProps<Value extends string, Key extends string> {
  legend: string
  name: string
  value: Value
  set: (value: Value) => void
  of: readonly (readonly [Value, Key])[]
  t: (key: Key) => string
}

function Switch<Value extends string, Key extends string>({
  legend,
  name,
  value,
  set,
  of,
  t,
}: SwitchProps<Value, Key>) {
  return (
    <fieldset class="switch">
      <legend class="soft">{legend}</legend>
      {of.map(([choice, key]) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={value === choice} onChange={() => set(choice)} />
          <span>{t(key)}</span>
        </label>
      ))}
    </fieldset>
  )
}
