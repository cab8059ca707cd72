import { sayUpload, type Language } from '../words/say.ts'

/** Why a file is not taken: the closed list, with what each sentence needs. */
export type UploadRefusal =
  | { readonly code: 'SignInFirst' | 'NotFound' | 'Unfinished' | 'WrongType' | 'Unreadable' | 'TooManyPixels' | 'TooMany' | 'BadName' }
  | { readonly code: 'TooLarge'; readonly megabytes: number }

const statuses: Readonly<Record<UploadRefusal['code'], number>> = {
  SignInFirst: 401,
  NotFound: 404,
  BadName: 400,
  Unfinished: 409,
  TooLarge: 413,
  WrongType: 415,
  Unreadable: 422,
  TooManyPixels: 422,
  TooMany: 429,
}

/** A file is not taken. The caller gets the code and the sentence in their language. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly refusal: UploadRefusal
  constructor(refusal: UploadRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
  get status() {
    return statuses[this.refusal.code]
  }
  body(language: Language) {
    return JSON.stringify({ code: this.refusal.code, message: sayUpload(this.refusal, language) })
  }
}
export const no = (code: Exclude<UploadRefusal['code'], 'TooLarge'>) => new NotTaken({ code })
