import { StateDot, type Tone } from '@lintel/ui'
import type { ImportLineFragment } from '../../gql/graphql.ts'
import { useWords } from '../../words/words.ts'

const tones: Readonly<Record<ImportLineFragment['state'], Tone>> = {
  draft: 'gray',
  checking: 'blue',
  checked: 'amber',
  running: 'blue',
  done: 'green',
  refused: 'red',
  cancelled: 'gray',
  failed: 'red',
}
export function ImportState({ is }: { is: ImportLineFragment['state'] }) {
  const { t } = useWords()
  return <StateDot tone={tones[is]} word={t(`imports.state.${is}`)} />
}
