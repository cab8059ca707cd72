import { Kbd, Modal } from '@mantine/core'
import { useLanguage } from './language.tsx'
import classes from './KeyboardHelp.module.css'

export type KeyGroup = { title: string; keys: readonly { keys: readonly string[]; does: string }[] }

/** Behind `?`: what every key does here. */
export function KeyboardHelp({ opened, onClose, groups }: { opened: boolean; onClose: () => void; groups: readonly KeyGroup[] }) {
  const { say } = useLanguage()
  return (
    <Modal opened={opened} onClose={onClose} title={say('keys')} size="lg" closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.keys.map((key) => (
                      <Kbd key={key} size="sm">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
