/** A page of rows read one longer than asked: the one too many says that there are more. */
export const pageOf = <Row>(rows: readonly Row[], first: number, cursor: (row: Row) => string) => {
  const shown = rows.slice(0, first)
  const [start, end] = [shown[0], shown.at(-1)]
  return {
    edges: shown.map((node) => ({ cursor: cursor(node), node })),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: false,
      startCursor: start ? cursor(start) : null,
      endCursor: end ? cursor(end) : null,
    },
  }
}
