import { createContext, use, type ReactNode } from 'react'

export type Language = 'zh' | 'en'

/** Every word this library says itself. The app's catalogues hold the sentences, under `ui.`; a missing one fails the app's tests. */
export const uiWords = [
  'add',
  'addFilter',
  'apply',
  'blocked',
  'cancel',
  'clear',
  'clearFilters',
  'close',
  'collapse',
  'contains',
  'copied',
  'copyLink',
  'dark',
  'density',
  'density32',
  'density40',
  'density52',
  'draftDiscard',
  'draftKept',
  'due',
  'empty',
  'emptyHint',
  'enteredAt',
  'evidenceNone',
  'expand',
  'failed',
  'failedHint',
  'filters',
  'from',
  'keys',
  'last7',
  'last30',
  'late',
  'leftOf',
  'light',
  'loadMore',
  'loading',
  'missed',
  'more',
  'momentHint',
  'momentWrong',
  'moneyWrong',
  'no',
  'noMatches',
  'noMatchesHint',
  'notPossible',
  'now',
  'numberWrong',
  'onTime',
  'openRecord',
  'overBy',
  'paused',
  'pickDay',
  'pickTyping',
  'pickNone',
  'pickShort',
  'remove',
  'required',
  'retry',
  'selectAll',
  'selectRow',
  'selected',
  'sort',
  'sortedDown',
  'sortedUp',
  'system',
  'theme',
  'timelineEmpty',
  'to',
  'today',
  'yes',
] as const

export type UiWord = (typeof uiWords)[number]
export type Say = (word: UiWord, values?: Record<string, string | number>) => string

const LanguageContext = createContext<{ language: Language; say: Say }>({ language: 'zh', say: (word) => word })

export function LanguageProvider({ language, say, children }: { language: Language; say: Say; children: ReactNode }) {
  return <LanguageContext value={{ language, say }}>{children}</LanguageContext>
}

export const useLanguage = () => use(LanguageContext)
