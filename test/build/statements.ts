import pg from 'pg'

type Submitted = { readonly text?: string }
type Submitting = { submit(this: Submitted, connection: unknown): unknown }

/** How many statements PostgreSQL was sent while some work was done, those of the jobs in the background left out; or those about something alone. */
export const statements = async (work: () => Promise<unknown>, about = /./u) => {
  // connections are asked in turn by functions they were given when they were opened: what they send is counted instead
  const sent = pg.Query.prototype as unknown as Submitting
  const { submit } = sent
  let count = 0
  sent.submit = function (connection) {
    if (about.test(this.text ?? '') && !this.text?.includes('pgboss')) count++
    return submit.call(this, connection)
  }
  try {
    await work()
  } finally {
    sent.submit = submit
  }
  return count
}
