import { describe, expect, test } from 'vitest'
import { at, people, person, rulesWith } from '../../../../test/build/town.ts'
import { wears } from './actor.ts'
import { clock } from './clock.ts'
import { escalation } from './escalation.ts'
import type { Task } from './task.ts'

const rules = rulesWith()
const from = at('2026-11-23 09:00')
const holder = { person: people.rep.person }
const onSite = clock(rules, 'onSiteHours', from, { minutes: 240 })
const task: Task = { kind: 'do', holder, does: 'notice.recordArrival', from, clock: onSite, about: { title: '渗漏' } }

describe('B-5 what is late goes to the superior', () => {
  test('B-5 two company hours after it was due, by itself, to the superior of whoever owes it', () => {
    // due at 13:00, in the noon break: the two hours run from 14:00
    expect(escalation(task, rules)).toEqual({ ...task, kind: 'escalation', holder: { superiorOf: holder }, from: at('2026-11-23 16:00') })
  })
  test('B-5 the time is a setting; due in the evening it begins the next working day', () => {
    expect(escalation(task, rulesWith({ escalateMinutes: 30 }))?.from).toBe(at('2026-11-23 14:30'))
    const evening = clock(rules, 'onSiteHours', at('2026-11-23 14:30'), { minutes: 240 })
    expect(escalation({ ...task, clock: evening }, rules)?.from).toBe(at('2026-11-24 11:00'))
  })
  test('B-5 T-2 nothing goes up without a clock, nor while one stands still; what is only to be known does not either', () => {
    const { clock: _, ...without } = task
    expect(escalation(without, rules)).toBeUndefined()
    const paused = clock(rules, 'onSiteHours', from, { minutes: 240 }, [{ from, reason: '等业主' }])
    expect(escalation({ ...task, clock: paused }, rules)).toBeUndefined()
    expect(escalation({ ...task, kind: 'alert' }, rules)).toBeUndefined()
  })
  test('B-5 it goes up once: what is with the superior goes no further', () => {
    const late = escalation(task, rules)
    expect(late && escalation(late, rules)).toBeUndefined()
  })
  test('P-2 whoever may not do it may see that it is late', () => {
    expect(escalation({ ...task, except: [people.manager.person] }, rules)).not.toHaveProperty('except')
  })
  test('B-5 the superior of a position’s holders is whoever leads one of them; nobody is their own', () => {
    const manager = { ...people.manager, leads: [people.rep] }
    expect(wears(manager, { superiorOf: holder })).toBe(true)
    expect(wears(manager, { superiorOf: { position: 'representative' } })).toBe(true)
    expect(wears(people.rep, { superiorOf: holder })).toBe(false)
    expect(wears({ ...person('other', ['manager']), leads: [people.frontDesk] }, { superiorOf: holder })).toBe(false)
  })
})
