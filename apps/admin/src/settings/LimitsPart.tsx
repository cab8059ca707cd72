import { Money, Moment, Section, useLink } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { SettingsDocument } from '../gql/graphql.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { listed, useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './Table.module.css'

/** 2007–2026 rather than twenty numbers; a year missing in between shows. */
const spans = (years: readonly number[]) =>
  listed(
    years
      .toSorted((a, b) => a - b)
      .reduce<readonly (readonly [number, number])[]>((all, year) => {
        const last = all.at(-1)
        return last && last[1] === year - 1 ? [...all.slice(0, -1), [last[0], year]] : [...all, [year, year]]
      }, [])
      .map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)),
  )

/** Limits and clocks as one version; a fine keeps the version it was made under. F-4, T-4 */
export function LimitsPart() {
  const { t } = useWords()
  const Link = useLink()
  const { data, loading, error, again } = useRead(SettingsDocument, {}, { of: ['settings'] })
  const settings = data?.settings
  const typed = Object.fromEntries(settings?.values.map(({ name, value }) => [name, value]) ?? [])
  return (
    <Part
      title={t('settings.limits')}
      loading={loading}
      error={error}
      onRetry={again}
      hint={
        <>
          {t('settings.limitsHint')} <Link to="/settings/whatIf">{t('whatIf.title')}</Link>
        </>
      }
      action={
        settings && (
          <Decisions
            of={[settings]}
            order={['settingsChange', 'settingsPublishYear']}
            special={{ settingsChange: { typed } }}
            onChanged={again}
          />
        )
      }
    >
      {settings && (
        <>
          <table className={classes.table}>
            <caption style={{ captionSide: 'top', textAlign: 'start', padding: '0 20px 6px', color: 'var(--words-soft)' }}>
              {t('settings.version', { version: settings.rulesVersion })} {settings.since && <Moment at={settings.since} as="exact" />}　
              {t('settings.years', { years: spans(settings.publishedYears) })}
            </caption>
            <tbody>
              {settings.values.map((setting) => (
                <tr key={setting.name}>
                  <td>{t(`input.${setting.name}`)}</td>
                  <td className={classes.figure}>{setting.isMoney ? <Money of={{ amount: setting.value }} /> : setting.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Section title={t('record.timeline')}>
            <Events of={settings.timeline} record={settings.id} />
          </Section>
        </>
      )}
    </Part>
  )
}
