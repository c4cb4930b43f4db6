/** What messages call the file. */
export const FORMAT = 'DOC'
