import type { Field, Tone } from '@lintel/ui'
import type { TFunction } from 'i18next'

/** What is going well is green, what waits for us blue, what went wrong red; a state's word says the rest. */
const tones: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  complaint: {
    registered: 'amber',
    accepted: 'blue',
    inProgress: 'blue',
    suspended: 'violet',
    resolved: 'green',
    reopened: 'red',
    closed: 'gray',
    rejected: 'gray',
    merged: 'gray',
  },
  notice: { drafted: 'amber', running: 'blue', closed: 'gray', withdrawn: 'gray', takenOver: 'red' },
  stage: {
    drafted: 'amber',
    served: 'blue',
    received: 'blue',
    refused: 'red',
    onSite: 'blue',
    planSubmitted: 'blue',
    repairing: 'blue',
    completed: 'amber',
    failed: 'red',
    accepted: 'green',
    closed: 'gray',
    withdrawn: 'gray',
    takenOver: 'red',
  },
  fine: {
    drafted: 'amber',
    signed: 'blue',
    returned: 'violet',
    rejected: 'gray',
    stopped: 'gray',
    approved: 'amber',
    issued: 'red',
    appealed: 'violet',
    cleared: 'green',
    cancelled: 'gray',
  },
  emergencyRepair: {
    suggested: 'amber',
    approved: 'amber',
    assigned: 'blue',
    working: 'blue',
    completed: 'blue',
    confirmed: 'blue',
    audited: 'amber',
    charged: 'green',
    closed: 'gray',
    rejected: 'gray',
    cancelled: 'gray',
  },
  visit: { due: 'amber', done: 'green', givenUp: 'gray', dropped: 'gray' },
  departmentRequest: { asked: 'amber', answered: 'blue', settled: 'green', withdrawn: 'gray' },
  groupAlert: { raised: 'red', grouped: 'amber', dismissed: 'gray' },
  suggestionTable: { drafted: 'amber', sent: 'blue', answered: 'violet', settled: 'green', withdrawn: 'gray' },
  problem: { proposed: 'amber', confirmed: 'blue', dismissed: 'gray', merged: 'gray', closed: 'green' },
  survey: { planned: 'amber', held: 'blue', closed: 'green', cancelled: 'gray' },
  approval: { open: 'amber', returned: 'violet', approved: 'green', rejected: 'red', withdrawn: 'gray', void: 'gray' },
  delegation: { granted: 'green', revoked: 'gray' },
  card: { active: 'green', retired: 'gray' },
}

const withStates = new Set(Object.keys(tones))
const family = (noun: string) => (withStates.has(noun) ? noun : 'card')

export const stateTone = (noun: string, state: string): Tone => tones[family(noun)]?.[state] ?? 'gray'
export const stateWord = (t: TFunction, noun: string, state: string) =>
  t(noun === 'stage' ? `stage.${state}` : `state.${family(noun)}.${state}`)
export const stateChoices = (t: TFunction, noun: string, states: readonly string[]): NonNullable<Field['choices']> =>
  states.map((value) => ({ value, label: stateWord(t, noun, value), tone: stateTone(noun, value) }))
