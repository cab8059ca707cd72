/** Names of decisions and facts, typed by the list of nouns. The one place the kernel looks at the list, and for types only. */
import type { Nouns } from '../nouns.ts'
import type { Given, Shape } from './input.ts'

export type NounName = keyof Nouns
export type RecordOf<N extends NounName> = ReturnType<Nouns[N]['evolve']>
export type IdOf<N extends NounName> = RecordOf<N>['id']
export type Ref<N extends NounName = NounName> = { [K in N]: { readonly noun: K; readonly id: IdOf<K> } }[N]

export type DecisionName = { [N in NounName]: `${N}.${keyof Nouns[N]['decisions'] & string}` }[NounName]
type DecisionAt<D extends string> = D extends `${infer N extends NounName}.${infer V}`
  ? V extends keyof Nouns[N]['decisions']
    ? Nouns[N]['decisions'][V]
    : never
  : never
export type NounOf<D extends string> = D extends `${infer N extends NounName}.${string}` ? N : never
type Told<At> = At extends { readonly input: infer S extends Shape }
  ? Given<S>
  : At extends { decide(on: never, input: infer I, ...rest: never): unknown }
    ? I
    : never
export type InputOf<D extends DecisionName> = Told<DecisionAt<D>>

export type FactName = { [N in NounName]: Nouns[N] extends { facts: infer F } ? `${N}.${keyof F & string}` : never }[NounName]
type FactAt<F extends string> = F extends `${infer N extends NounName}.${infer V}`
  ? Nouns[N] extends { facts: infer All }
    ? V extends keyof All
      ? All[V]
      : never
    : never
  : never
export type FactKey<F extends string> = [FactAt<F>] extends [never] ? never : FactAt<F> extends { find(key: infer K): unknown } ? K : never
export type FactValue<F extends string> = [FactAt<F>] extends [never]
  ? never
  : FactAt<F> extends { read(...args: never): infer V }
    ? V
    : never

/** Another record's decision, asked for by name in the same transaction. */
export type Ask<D extends DecisionName = DecisionName> = { readonly does: D; readonly on: string; readonly input: InputOf<D> }
export const ask = <D extends DecisionName>(does: D, on: IdOf<NounOf<D>>, input: InputOf<D>) => ({ does, on, input }) as unknown as Ask
