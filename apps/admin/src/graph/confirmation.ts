/**
 * The word that says that it is still they. It lives in this page's memory alone: who takes the session's cookie has not
 * got it. SEC-11
 */
let word: string | undefined
export const confirmation = () => word
export const keepConfirmation = (given: string) => {
  word = given
}
export const forgetConfirmation = () => {
  word = undefined
}

type Asking = () => Promise<boolean>
let asking: Asking | undefined
/** The dialogue that is on the screen while somebody is signed in. */
export const confirmsWith = (ask: Asking) => {
  asking = ask
  return () => {
    if (asking === ask) asking = undefined
  }
}
/** Asks for the password once more; true where it was given. */
export const confirmAgain = () => asking?.() ?? Promise.resolve(false)
