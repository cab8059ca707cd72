type Named = { name: string }
type UnitLike = { number: string; building?: (Named & { phase?: string }) | null; project?: Named | null }

/** 锦绣花园 一期 3栋 1202: as much of it as the query asked for. */
export const unitName = (unit: UnitLike | null | undefined) =>
  unit ? [unit.project?.name, unit.building?.phase, unit.building?.name, unit.number].filter(Boolean).join(' ') : undefined

type Bilingual = { nameZh: string; nameEn: string }
/** What the administrator keeps in both languages. */
export const bilingualName = (of: Bilingual, language: 'zh' | 'en') => (language === 'zh' ? of.nameZh : of.nameEn)

type Category = Bilingual & { parent?: Bilingual | null }
export const categoryName = (category: Category | null | undefined, language: 'zh' | 'en') => {
  if (!category) return ''
  const name = (each: Bilingual) => bilingualName(each, language)
  return category.parent ? `${name(category.parent)} / ${name(category)}` : name(category)
}
