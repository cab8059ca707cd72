import type { TaskLineFragment } from '../gql/graphql.ts'

/** What is decided on: an approval's subject, or the record itself. */
export const subjectOf = (task: Pick<TaskLineFragment, 'noun' | 'recordId' | 'subjectNoun' | 'subjectId'>) =>
  task.subjectNoun && task.subjectId ? { noun: task.subjectNoun, id: task.subjectId } : { noun: task.noun, id: task.recordId }
