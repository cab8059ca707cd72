import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import type { UsedEdits } from './editing.ts'
import classes from './Problems.module.css'

/** While cells can be changed: that they can, and the way back. */
export function ChangesBar({ edits, children }: { edits: UsedEdits; children: ReactNode }) {
  const { say } = useLanguage()
  const under = [...edits.edits.values()].filter(({ standing }) => standing === 'saving').length
  return (
    <div className={classes.bar}>
      {children}
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
        disabled={!edits.undoable}
        onClick={edits.undo}
      >
        {say('undo')}
      </Button>
      <span role="status">{under > 0 && say('editSaving', { count: under })}</span>
    </div>
  )
}
