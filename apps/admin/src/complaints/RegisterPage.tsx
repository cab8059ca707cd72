import { Button } from '@mantine/core'
import { InputField, readInputs, Refusal, useDraft, type Input, type Picked, type Typed } from '@lintel/ui'
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useClient } from 'urql'
import { DecisionFormDocument, OwnersOfDocument, type HomeFragment, type OwnersOfQuery } from '../gql/graphql.ts'
import { useGo } from '../go.ts'
import { useDecide } from '../graph/decide.ts'
import { ask, useRead } from '../graph/read.ts'
import { findHits, useFind } from '../find/find.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { DecisionModal } from '../record/DecisionModal.tsx'
import { useWords } from '../words/words.ts'
import { Duplicates } from './Duplicates.tsx'
import classes from './RegisterPage.module.css'
import { registerInputs, titleFrom } from './register.ts'
import { tell } from '../frame/tell.ts'

type Owner = OwnersOfQuery['customers']['edges'][number]['node']
type Home = { project: Picked; building?: string }
const lastTime = 'register.last'
const remembered = (): Typed => {
  const kept = localStorage.getItem(lastTime)
  return kept === null ? {} : (JSON.parse(kept) as Typed)
}
const isPicked = (value: unknown): value is Picked => typeof value === 'object' && value !== null && 'value' in value

/** For the person on the phone: in the order of the talk, by keyboard alone, duplicates beside it, nothing typed ever lost. */
export function RegisterPage() {
  const { t, say } = useWords()
  const go = useGo()
  const client = useClient()
  const decide = useDecide()
  const find = useFind()
  const homes = useRef(new Map<string, Home>())
  const fresh: Typed = { kind: 'complaint', channel: 'phone', severity: 'general', ...remembered() }
  const draft = useDraft<Typed>('complaintRegister', fresh)
  const typed = draft.value
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<string>()
  const [sending, setSending] = useState(false)
  const [newCustomer, setNewCustomer] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const { data } = useRead(DecisionFormDocument, { name: 'complaint_register' }, { of: [] })
  const inputs = registerInputs(t, typed, data?.decisionForm?.inputs ?? [])

  const set = (name: string, value: unknown) => {
    draft.change((was) => ({ ...was, [name]: value, ...(name === 'unit' && isPicked(value) ? projectOf(value) : {}) }))
    if (name === 'unit' && isPicked(value) && !isPicked(typed['customer']))
      // whom a server that is away cannot name is picked by hand
      void ownerOf(value).catch(() => undefined)
    setErrors(({ [name]: _, ...others }) => others)
  }
  const projectOf = (unit: Picked): Typed => {
    const home = homes.current.get(unit.value)
    return home ? { project: home.project, building: home.building } : {}
  }

  const keepHome = (unit: HomeFragment) =>
    void homes.current.set(unit.id, { project: { value: unit.project.id, label: unit.project.name }, building: unit.building.id })
  const pickedHome = (unit: HomeFragment): Picked => {
    keepHome(unit)
    return { value: unit.id, label: unitName(unit) ?? '', hint: unit.houseType }
  }
  const pickedOwner = ({ id, name, phone, units }: Owner): Picked => {
    theirs.current.set(id, units.map(pickedHome))
    return { value: id, label: name, hint: [phone, ...units.map((unit) => unitName(unit))].filter(Boolean).join(' · ') }
  }
  const ownersOf = async (unit: string) => (await ask(client, OwnersOfDocument, { unit })).customers.edges.map(({ node }) => node)
  const findHere = async (noun: string, text: string): Promise<readonly Picked[] | undefined> => {
    const of = isPicked(typed['unit']) ? typed['unit'].value : undefined
    if (noun === 'unit') {
      if (text === '') return theirs.current.get(isPicked(typed['customer']) ? typed['customer'].value : '') ?? []
      return (await findHits(client, 'unit', text))?.flatMap(({ record }) => (record.__typename === 'Unit' ? pickedHome(record) : []))
    }
    if (noun === 'customer') {
      // with the home known, its owners are offered before anything is typed
      if (text === '') return of === undefined ? [] : (await ownersOf(of)).map(pickedOwner)
      return (await findHits(client, 'customer', text))?.flatMap(({ record }) =>
        record.__typename === 'Customer' ? pickedOwner(record) : [],
      )
    }
    return find(noun, text)
  }
  const theirs = useRef(new Map<string, readonly Picked[]>())
  /** A home with one owner is called about by them most of the time. */
  const ownerOf = async (unit: Picked) => {
    const [owner, another] = await ownersOf(unit.value)
    if (!owner || another) return
    draft.change((was) =>
      isPicked(was['customer'])
        ? was
        : { ...was, customer: { value: owner.id, label: owner.name, ...(owner.phone ? { hint: owner.phone } : {}) } },
    )
  }
  const setCustomer = (value: unknown) => {
    set('customer', value)
    // an owner of one home is calling about it most of the time
    const own = isPicked(value) ? theirs.current.get(value.value) : undefined
    const only = own?.length === 1 ? own[0] : undefined
    if (only && !isPicked(typed['unit'])) set('unit', only)
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending) return
    const withTitle = {
      ...typed,
      title: typeof typed['title'] === 'string' && typed['title'].trim() !== '' ? typed['title'] : titleFrom(typed['wording']),
    }
    const { values, problems } = readInputs(inputs, withTitle, Date.now())
    setErrors(Object.fromEntries(problems.map(({ path, word }) => [path, say(word)])))
    setRefusal(undefined)
    if (problems.length > 0) {
      const first = problems[0]?.path ?? ''
      form.current?.querySelector<HTMLElement>(`[data-path="${first}"], [name="${first}"]:not([type="hidden"])`)?.focus()
      return
    }
    setSending(true)
    const building = typed['building']
    const answer = await decide({
      decision: 'complaintRegister',
      input: { ...values, ...(typeof building === 'string' ? { building } : {}) },
    })
    setSending(false)
    if (answer.is === 'done') {
      localStorage.setItem(lastTime, JSON.stringify({ channel: typed['channel'] }))
      draft.forget({ kind: 'complaint', severity: 'general', channel: typed['channel'] })
      tell({ message: t('register.done') })
      if (answer.id) go(pathOf('complaint', answer.id))
      return
    }
    setRefusal(answer.message || t('decide.lost'))
    if (answer.is === 'refused' && answer.field) setErrors({ [answer.field]: answer.message })
  }

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      void send()
    } else if (event.target instanceof HTMLInputElement) {
      // half a form is not sent by a slip of the finger
      event.preventDefault()
    }
  }
  const field = (input: Input, autoFocus = false) => (
    <InputField
      key={input.name}
      input={input}
      path={input.name}
      typed={typed[input.name]}
      errors={errors}
      onChange={(value) => (input.name === 'customer' ? setCustomer(value) : set(input.name, value))}
      find={findHere}
      autoFocus={autoFocus}
      {...(input.name === 'customer'
        ? {
            otherwise: (text: string) =>
              text === '' ? null : (
                <button
                  type="button"
                  className={classes.newCustomer}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => setNewCustomer(text)}
                >
                  {t('register.newCustomer', { text })}
                </button>
              ),
          }
        : {})}
    />
  )
  const group = (names: readonly string[]) => inputs.filter((input) => names.includes(input.name))
  const who = group(['customer', 'unit', 'project', 'place'])
  const what = group(['kind', 'channel', 'severity'])
  const words = group(['wording', 'answer'])
  const proofs = group(['evidence'])
  const more = group(['title', 'category', 'element', 'trade', 'wish', 'representative'])

  return (
    <div className={classes.page}>
      <form ref={form} className={classes.form} onSubmit={(event) => void send(event)} onKeyDown={press} noValidate>
        <div className={classes.head}>
          <h1>{t('register.title')}</h1>
          {draft.restored && (
            <span role="status" className={classes.kept}>
              {say('draftKept')}
              <Button variant="subtle" onClick={() => draft.forget(fresh)}>
                {say('draftDiscard')}
              </Button>
            </span>
          )}
        </div>
        {refusal && <Refusal message={refusal} />}
        <div className={classes.two}>{who.map((input, n) => field(input, n === 0))}</div>
        <div className={classes.three}>{what.map((input) => field(input))}</div>
        {words.map((input) => field(input))}
        <div className={classes.two}>{more.map((input) => field(input))}</div>
        {proofs.map((input) => field(input))}
        <div className={classes.actions}>
          <Button type="submit" size="sm" loading={sending} variant="filled">
            {t('register.do')}
          </Button>
          <span className={classes.soft}>Ctrl ⏎</span>
          <span className={classes.soft}>{t('register.keeps')}</span>
        </div>
      </form>
      <Duplicates
        unit={isPicked(typed['unit']) ? typed['unit'].value : undefined}
        building={typeof typed['building'] === 'string' ? typed['building'] : undefined}
        text={`${typeof typed['title'] === 'string' ? typed['title'] : ''} ${typeof typed['wording'] === 'string' ? typed['wording'] : ''}`.trim()}
      />
      {newCustomer !== undefined && (
        <DecisionModal
          decision="customerAdd"
          about="register"
          special={{
            typed: {
              ...(/^\d+$/u.test(newCustomer) ? { phone: newCustomer } : { name: newCustomer }),
              ...(isPicked(typed['unit']) ? { units: [typed['unit']] } : {}),
              ...(isPicked(typed['project']) ? { projects: [typed['project']] } : {}),
            },
          }}
          onSend={async (input) => {
            const answer = await decide({ decision: 'customerAdd', input })
            if (answer.is === 'done' && answer.id) {
              set('customer', { value: answer.id, label: typeof input['name'] === 'string' ? input['name'] : '' })
              setNewCustomer(undefined)
            }
            return answer
          }}
          onClose={() => setNewCustomer(undefined)}
        />
      )}
    </div>
  )
}
