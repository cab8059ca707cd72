import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)
// a busy machine is slow, not wrong
configure({ asyncUtilTimeout: 15_000 })

// what the component library asks of a browser and jsdom does not have
window.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.HTMLElement.prototype.scrollIntoView ??= () => {}
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() })
// nothing is laid out there: everything is as large as a desk's screen, so that lists show what would stand on it
for (const [name, pixels] of Object.entries({ offsetHeight: 800, clientHeight: 800, offsetWidth: 1280, clientWidth: 1280 }))
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => pixels })
