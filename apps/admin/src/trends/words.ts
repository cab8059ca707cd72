import { withWords } from '../words/words.ts'

// what the reports of the server say as well, and what only the screens say
const shared = { zh: () => import('@lintel/words/trends-zh.json'), en: () => import('@lintel/words/trends-en.json') }
const own = { zh: () => import('./words/zh.json'), en: () => import('./words/en.json') }
// whoever shows figures has their words first
await Promise.all([withWords(shared), withWords(own)])
