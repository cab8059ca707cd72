import { useWords } from '../words/words.ts'
import { deviceOf } from './devices.ts'

export const useDeviceName = () => {
  const { t } = useWords()
  return (agent: string | null | undefined) => {
    const { browser, system } = deviceOf(agent)
    return browser && system ? t('sessions.onSystem', { browser, system }) : (browser ?? system ?? t('sessions.unknown'))
  }
}
