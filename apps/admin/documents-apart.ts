import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const [generated, one] = [/\/gql\/graphql\.ts$/u, /^(.*\/gql\/graphql\.ts)\?one=(\w+)$/u]
const imports = /import \{([^}]*)\} from '([^']*\/gql\/graphql\.ts)'/gu
const isDocument = (name: string) => name.endsWith('Document')
const own = 'TypedDocumentString'

/** The declaration of one export, as it was generated. */
const declared = (code: string, name: string) => {
  const from = code.search(new RegExp(`^export (?:const|class) ${name}\\b`, 'mu'))
  const until = name === own ? '\n}\n' : `as unknown as ${own}`
  const to = code.indexOf(until, from)
  if (from === -1 || to === -1) throw new Error(`${name} is not where the generator used to put it`)
  return code.slice(from, name === own ? to + until.length : to)
}

/**
 * The generator puts every document of the screens into one module, which would come whole with the first page. When the
 * screens are built, each document is a module of its own, and comes with the page that asks it.
 */
export const documentsApart = (): Plugin => ({
  name: 'documents-apart',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const [, file, name] = one.exec(id) ?? []
    if (!file || !name) return undefined
    const text = declared(readFileSync(file, 'utf8'), name)
    return { code: name === own ? text : `import { ${own} } from '${file}?one=${own}'\n${text}`, moduleType: 'ts' }
  },
  transform(code, id) {
    if (generated.test(id) || !code.includes('/gql/graphql.ts')) return undefined
    return code.replaceAll(imports, (whole, list: string, from: string) => {
      const names = list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
      const documents = names.filter(isDocument)
      if (documents.length === 0) return whole
      // all else in it is types, which must not bring the module back
      const others = names.filter((name) => !isDocument(name)).map((name) => name.replace(/^type /u, ''))
      return [
        ...documents.map((name) => `import { ${name} } from '${from}?one=${name}'`),
        ...(others.length ? [`import type { ${others.join(', ')} } from '${from}'`] : []),
      ].join('\n')
    })
  },
})
