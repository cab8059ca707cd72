import { clock } from '../kernel/clock.ts'
import type { Rules } from '../kernel/rules.ts'
import type { About, Task } from '../kernel/task.ts'
import { accepted, awaitsInspection, clockStarts, grounds, onSiteClock, pendingExcuse, slipClock } from './grounds.ts'
import type { Notice } from './notice.ts'

const aboutNotice = (notice: Notice): About => {
  const first = notice.defects[0]
  return {
    number: notice.number,
    title: first ? `${first.location}：${first.requirement}` : notice.number,
    contractor: notice.contractor,
    ...(first?.unit ? { unit: first.unit } : {}),
  }
}

/** What the representative and the manager owe on a notice. N-2, N-3, N-5 */
export const tasks = (notice: Notice, rules: Rules): readonly Task[] => {
  if (notice.state === 'withdrawn') return []
  const about = aboutNotice(notice)
  const mine = { kind: 'do', holder: { person: notice.representative }, about } as const
  const manager = { position: 'manager', project: notice.project } as const
  const begun: readonly Task[] = grounds(notice, rules).flatMap(({ ground, since, pending }): readonly Task[] => {
    const settled = notice.fined.some((fined) => fined.ground === ground) || notice.letGo.some((dropped) => dropped.ground === ground)
    const shown = { ...about, grounds: [ground] }
    return [
      // N-5: comes to the representative by itself, at the moment the ground begins; an excuse still to be judged comes first
      ...(settled || pending
        ? []
        : [{ ...mine, kind: 'alert' as const, does: 'fine.draft' as const, part: `ground${ground}`, from: since, about: shown }]),
      ...(notice.noted.includes(ground)
        ? []
        : [
            {
              kind: 'alert' as const,
              holder: manager,
              does: 'notice.takeNote' as const,
              part: `ground${ground}`,
              from: since,
              about: shown,
            },
          ]),
    ]
  })
  if (notice.state === 'closed' || notice.state === 'takenOver') return begun
  const start = clockStarts(notice)
  const excuse = pendingExcuse(notice)
  const done = notice.completions.at(-1)
  const slip = slipClock(notice, rules)
  const judging = excuse && clock(rules, 'excuseWorkingDays', excuse.filed.entered, { workingDays: rules.excuseWorkingDays })
  const onSite = onSiteClock(notice, rules)
  const deadline = notice.newDeadlines.at(-1) ?? notice.deadline
  return [
    ...(notice.served ? [] : [{ ...mine, does: 'notice.serve' as const, from: notice.draftedAt }]),
    ...(judging
      ? [
          { ...mine, does: 'notice.judgeExcuse' as const, from: judging.start, clock: judging },
          { ...mine, holder: manager, does: 'notice.judgeExcuse' as const, part: 'manager', from: judging.due },
        ]
      : []),
    ...(start !== undefined && onSite
      ? [
          ...(notice.onSite ? [] : [{ ...mine, does: 'notice.recordArrival' as const, from: start, clock: onSite }]),
          ...(notice.plan ? [] : [{ ...mine, does: 'notice.recordPlan' as const, from: start, clock: onSite }]),
          ...(accepted(notice) || awaitsInspection(notice)
            ? []
            : [
                {
                  ...mine,
                  does: 'notice.recordCompletion' as const,
                  from: start,
                  clock: { ...clock(rules, 'noticeDeadline', start, { minutes: (deadline - start) / 60_000 }), due: deadline },
                },
              ]),
        ]
      : []),
    ...(done && awaitsInspection(notice) ? [{ ...mine, does: 'notice.inspect' as const, from: done.at }] : []),
    ...(done && slip && !notice.slip ? [{ ...mine, does: 'notice.recordSlip' as const, from: done.at, clock: slip }] : []),
    ...(accepted(notice) && slip && done ? [{ ...mine, does: 'notice.close' as const, from: notice.slip ? done.at : slip.due }] : []),
    ...begun,
  ]
}
