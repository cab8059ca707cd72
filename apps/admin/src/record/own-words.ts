import { withWords } from '../words/words.ts'

// histories and forms have their words first
await withWords({ zh: () => import('./words/zh.json'), en: () => import('./words/en.json') })
