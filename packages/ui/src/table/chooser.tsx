import { lazy } from 'react'

/** Fetched when somebody chooses columns. */
export const ColumnChooser = lazy(() => import('./ColumnChooser.tsx'))
