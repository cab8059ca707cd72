import { longText, moment, ref } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { OpensRequest } from './department-request.ts'

const input = { complaint: ref('complaint'), department: ref('department'), question: longText(4000), dueAt: moment() }
/** 发起督办: about a case that is being worked on, to a department other than one's own. C-12 */
export const ask: OpensRequest<typeof input, 'complaint.caseOf' | 'department.named'> = {
  input,
  opens: true,
  to: ['asked'],
  by: { permission: 'departmentRequest.ask' },
  series: 'departmentRequest',
  refuses: ['RetiredEntry', 'SameRecord', 'BeforeItsTime', 'WrongState'],
  needs: {
    'complaint.caseOf': (_, { complaint }) => complaint,
    'department.named': (_, { department }) => department,
  },
  project: (_, facts) => facts['complaint.caseOf']?.project,
  decide(id, { complaint, department, question, dueAt }, { actor, now, number }, facts) {
    const about = facts['complaint.caseOf']
    const to = facts['department.named']
    if (!about || !to) return refuse('NotFound')
    if (to.retired) return refuse('RetiredEntry', { what: to.name })
    if (!about.living) return refuse('WrongState', { state: about.state })
    if (actor.department === department) return refuse('SameRecord')
    if (dueAt <= now) return refuse('BeforeItsTime', { earliest: now })
    return {
      events: [
        {
          type: 'Asked',
          id,
          number,
          project: about.project,
          complaint,
          complaintNumber: about.number,
          title: about.title,
          department,
          asker: actor.person,
          question,
          dueAt,
          at: now,
        },
      ],
    }
  },
}
