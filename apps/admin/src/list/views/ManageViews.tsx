import '@mantine/core/styles/Table.css'
import { ActionIcon, Checkbox, Modal, Table } from '@mantine/core'
import { Hint } from '@lintel/ui'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { usePositionName } from '../../session/positions.ts'
import { useWords } from '../../words/words.ts'
import type { KeptView, Told, Views } from './use-views.ts'

type ManageViewsProps = {
  views: Views
  tell: (told: Told, done: string) => void
  onEdit: (view: KeptView) => void
  onClose: () => void
}

/** Every view of the list: which stand above it, which are followed, and those that may be changed. X-9 */
export function ManageViews({ views, tell, onEdit, onClose }: ManageViewsProps) {
  const { t } = useWords()
  const position = usePositionName()
  const choose = async (view: KeptView, tab: boolean, subscribed: boolean) =>
    tell(await views.choose(view, tab, subscribed), t(subscribed && !view.subscribed ? 'views.follows' : 'views.saved'))
  const remove = async (view: KeptView) => {
    tell(await views.remove(view), t('views.removed', { name: view.name }))
    if (view === views.current) views.show(undefined)
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={t('views.manage')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('views.name')}</Table.Th>
              <Table.Th>{t('views.audience')}</Table.Th>
              <Table.Th>{t('views.tab')}</Table.Th>
              <Table.Th>{t('views.subscribe')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {views.views.map((view) => (
              <Table.Tr key={view.id}>
                <Table.Td>
                  {view.name}
                  {view.first && <small> · {t('views.isFirst')}</small>}
                </Table.Td>
                <Table.Td>
                  {view.audience === 'position' ? position(view.position) : t(`views.for.${view.audience}`)}
                  {view.audience !== 'me' && view.owner && <small> · {view.owner.name}</small>}
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    aria-label={`${t('views.tab')} ${view.name}`}
                    checked={view.tab}
                    onChange={(event) => void choose(view, event.currentTarget.checked, view.subscribed)}
                  />
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    aria-label={`${t('views.subscribe')} ${view.name}`}
                    checked={view.subscribed}
                    onChange={(event) => void choose(view, view.tab, event.currentTarget.checked)}
                  />
                </Table.Td>
                <Table.Td>
                  {view.editable && (
                    <>
                      <Hint label={t('views.rename')}>
                        <ActionIcon aria-label={`${t('views.rename')} ${view.name}`} onClick={() => onEdit(view)}>
                          <IconPencil size={15} />
                        </ActionIcon>
                      </Hint>
                      <Hint label={t('views.remove')}>
                        <ActionIcon aria-label={`${t('views.remove')} ${view.name}`} onClick={() => void remove(view)}>
                          <IconTrash size={15} />
                        </ActionIcon>
                      </Hint>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Modal>
  )
}
