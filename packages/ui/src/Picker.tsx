import { Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import classes from './Picker.module.css'

/** One that cannot be chosen stays in sight, its hint saying why. */
export type Picked = { value: string; label: string; hint?: string; disabled?: boolean }

export type PickerProps = {
  label: string
  value: Picked | undefined
  onChange: (picked: Picked | undefined) => void
  /** Undefined where too little was typed to look for. */
  find: (text: string) => Promise<readonly Picked[] | undefined>
  required?: boolean
  error?: ReactNode
  hint?: ReactNode
  placeholder?: string
  autoFocus?: boolean
  name?: string
  /** Something to offer when nothing is found: register a caller who is not known yet. */
  otherwise?: (typed: string) => ReactNode
}

/** Found by any fragment while typing: a unit by part of its name, a customer by the end of the phone number. */
export function Picker({
  label,
  value,
  onChange,
  find,
  required = false,
  error,
  hint,
  placeholder,
  autoFocus = false,
  name,
  otherwise,
}: PickerProps) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Picked[]>()
  const [waiting, setWaiting] = useState(false)
  // what can be found may depend on what else has been filled in: looked for anew whenever one comes here
  const [visit, setVisit] = useState(0)
  // Enter before the answer has come takes the first of what comes, never of what stood there before
  const takeFirst = useRef(false)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const search = useRef(find)
  search.current = find

  const choose = useRef((_: Picked) => {})
  choose.current = (picked) => {
    onChange(picked)
    setTyped('')
    combobox.closeDropdown()
  }

  useEffect(() => {
    if (value) return
    let gone = false
    setWaiting(true)
    const timer = setTimeout(
      () => {
        void search.current(typed.trim()).then(
          (choices) => {
            if (gone) return
            setFound(choices)
            setWaiting(false)
            const first = choices?.find((each) => !each.disabled)
            if (takeFirst.current && first) choose.current(first)
            takeFirst.current = false
          },
          () => !gone && setWaiting(false),
        )
      },
      typed === '' ? 0 : 150,
    )
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [typed, value, visit])

  // the first match is chosen by Enter, without reaching for an arrow key
  useEffect(() => {
    if (found?.length) combobox.selectFirstOption()
    // eslint-disable-next-line react/exhaustive-deps -- the store object is new at every render
  }, [found])

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        const picked = found?.find((each) => each.value === chosen)
        if (picked) choose.current(picked)
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          {...(name ? { name } : {})}
          withAsterisk={required}
          aria-required={required}
          error={error}
          description={value?.hint ?? hint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          size="sm"
          autoComplete="off"
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          placeholder={placeholder ?? say('pickTyping')}
          value={value ? value.label : typed}
          rightSection={
            value ? (
              <button
                type="button"
                tabIndex={-1}
                className={classes.clear}
                aria-label={`${say('clear')} ${label}`}
                onClick={() => onChange(undefined)}
              >
                <IconX size={14} />
              </button>
            ) : waiting && typed !== '' ? (
              <Loader size={14} />
            ) : null
          }
          rightSectionPointerEvents="all"
          onChange={(event) => {
            const text = event.currentTarget.value
            if (value) {
              // typing over a chosen one starts anew with what was typed
              onChange(undefined)
              setTyped(text.startsWith(value.label) ? text.slice(value.label.length) : '')
            } else setTyped(text)
            takeFirst.current = false
            setWaiting(true)
            combobox.openDropdown()
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
            // Enter chooses here; it never sends the form around it
            event.preventDefault()
            if (!waiting || typed === '') return
            event.stopPropagation()
            takeFirst.current = true
          }}
          onFocus={() => {
            if (value) return
            setVisit((n) => n + 1)
            combobox.openDropdown()
          }}
          onClick={() => !value && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={value !== undefined || (!found?.length && (typed === '' || waiting))}>
        {found && found.length > 0 && (
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
            {found.map((each) => (
              <Combobox.Option key={each.value} value={each.value} disabled={each.disabled ?? false}>
                <span className={classes.option}>
                  {each.label}
                  {each.hint && (
                    <Text component="span" fz={12} c="dimmed">
                      {each.hint}
                    </Text>
                  )}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        )}
        {!waiting && !found?.length && (
          <Combobox.Empty role="status">{otherwise?.(typed) ?? say(found ? 'pickNone' : 'pickShort')}</Combobox.Empty>
        )}
      </Combobox.Dropdown>
    </Combobox>
  )
}
