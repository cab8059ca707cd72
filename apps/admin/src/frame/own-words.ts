import { withWords } from '../words/words.ts'

// the list of keys has its words first
await withWords({ zh: () => import('./words/zh.json'), en: () => import('./words/en.json') })
