/** Where a file's bytes are: guarded as the record they hang on. X-8 */
export const fileAddress = (id: string, view: 'thumbnail' | 'picture' | 'film' | 'original') => `/files/${id}/${view}`
