import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './api.ts'

/** For a file of screen tests: nothing leaves the machine, and what one test answers is forgotten after it. */
export const useServer = () => {
  beforeAll(() => server.listen())
  afterEach(() => {
    server.resetHandlers()
    localStorage.clear()
  })
  afterAll(() => server.close())
}
