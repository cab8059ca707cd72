import { narrowest, widest } from './columns.ts'

const around = 26
const mostByItself = 640

/** How wide a column must be for everything in it that is on the screen. */
export const fitting = (grid: HTMLElement, column: number) => {
  const range = document.createRange()
  const widths = [...grid.querySelectorAll(`[data-column="${column}"]`)].map((cell) => {
    range.selectNodeContents(cell)
    const values = [...cell.children].map((child) => {
      range.selectNodeContents(child)
      return range.getBoundingClientRect().width
    })
    return Math.max(0, ...values)
  })
  return Math.max(narrowest, Math.min(widest, mostByItself, Math.ceil(Math.max(...widths, 0)) + around))
}
