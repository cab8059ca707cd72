/** 部位: the building elements a defect is about. C-1, W-1 */
export const elements = [
  'roof',
  'exteriorWall',
  'interiorWall',
  'floor',
  'window',
  'door',
  'bathroom',
  'kitchen',
  'plumbing',
  'drainage',
  'electrical',
  'heating',
  'elevator',
  'structure',
  'publicArea',
  'other',
] as const
export type Element = (typeof elements)[number]

/** 专业: who builds it. C-1 */
export const trades = [
  'civil',
  'waterproofing',
  'decoration',
  'doorsAndWindows',
  'plumbing',
  'electrical',
  'heating',
  'elevator',
  'landscaping',
  'weakCurrent',
  'other',
] as const
export type Trade = (typeof trades)[number]
