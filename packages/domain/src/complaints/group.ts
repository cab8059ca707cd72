import { living, type AskedOfComplaint } from './complaint.ts'

/** 更正为群诉: what the manager found to be one matter of several homes; they know of it. C-3, P-4 */
export const joinGroup: AskedOfComplaint<{ readonly reason: string }> = {
  from: [...living, 'resolved'],
  by: 'asked',
  decide: ({ severity, notedByManager }, { reason }, { actor, now }) => ({
    events: [
      { type: 'Corrected', changes: { severity: 'group' }, old: { severity }, reason, by: actor.person, at: now },
      ...(notedByManager ? [] : [{ type: 'ManagerNoted', by: actor.person, at: now } as const]),
    ],
  }),
}
