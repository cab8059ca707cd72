import { ActionIcon } from '@mantine/core'
import { MenuButton } from '@lintel/ui'
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv, IconPrinter } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useClient } from 'urql'
import { follow, tell, unfollow } from '../frame/tell.ts'
import { whatFailed } from '../graph/failure.ts'
import { ExportBeginDocument, type ExportBeginMutation, type ExportFormat, type ShownListInput } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'

// how far one is, is fetched when one is asked for
const ExportProgress = lazy(async () => ({ default: (await import('./ExportProgress.tsx')).ExportProgress }))

/** The list as it stands there, as a file: the same columns, order and filter. X-10 */
export function ExportMenu({ list, print }: { list: ShownListInput; /** Where it stands for paper. */ print: string }) {
  const { t } = useWords()
  const client = useClient()
  const begin = async (format: ExportFormat) => {
    const { data, error } = await client
      .mutation<ExportBeginMutation>(ExportBeginDocument.toString(), { key: crypto.randomUUID(), format, list })
      .toPromise()
    const result = data?.exportBegin
    if (!result || 'message' in result) {
      const message =
        result && 'message' in result ? result.message : error ? (error.graphQLErrors[0]?.message ?? whatFailed(error, t)) : ''
      tell({ message, color: 'red' })
      return
    }
    const id = result.id
    follow({
      id,
      title: t('exports.title', { title: list.title }),
      message: (
        <Suspense>
          <ExportProgress id={id} onGone={() => unfollow(id)} />
        </Suspense>
      ),
    })
  }
  return (
    <MenuButton
      label={t('exports.menu')}
      hint={t('exports.menu')}
      lines={() => [
        { heading: t('exports.hint') },
        { label: t('exports.xlsx'), icon: <IconFileSpreadsheet size={16} aria-hidden="true" />, onClick: () => void begin('xlsx') },
        { label: t('exports.csv'), icon: <IconFileTypeCsv size={16} aria-hidden="true" />, onClick: () => void begin('csv') },
        { label: t('exports.print'), icon: <IconPrinter size={16} aria-hidden="true" />, href: print },
      ]}
    >
      <ActionIcon aria-label={t('exports.menu')}>
        <IconDownload size={16} />
      </ActionIcon>
    </MenuButton>
  )
}
