import { StateDot } from '@lintel/ui'
import { useWords } from '../words/words.ts'
import { stateTone, stateWord } from './words.ts'

const over = new Set([
  'closed',
  'rejected',
  'merged',
  'withdrawn',
  'stopped',
  'cancelled',
  'retired',
  'revoked',
  'void',
  'dropped',
  'givenUp',
])

export function State({ of, is }: { of: string; is: string }) {
  const { t } = useWords()
  return <StateDot word={stateWord(t, of, is)} tone={stateTone(of, is)} hollow={over.has(is)} />
}
