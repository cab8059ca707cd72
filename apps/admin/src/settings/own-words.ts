import { withWords } from '../words/words.ts'

// the settings have their words first
await withWords({ zh: () => import('./words/zh.json'), en: () => import('./words/en.json') })
