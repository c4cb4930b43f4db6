/** Elements that begin and end lines (HTML Standard, “Rendering”, what is laid out as a block or as a table's row). */
export const BLOCKS: ReadonlySet<string> = new Set(
  [
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure',
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup',
    'option p plaintext pre search section select summary table tbody tfoot thead title tr ul xmp',
  ]
    .join(' ')
    .split(' '),
)

/** Elements without content or end tag. */
export const VOIDS: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

export const LISTS: ReadonlySet<string> = new Set(['ol', 'ul', 'menu', 'dir'])

/** Elements that keep line ends and blanks. */
export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext'])

/** Elements whose end tag may be left out, so that the next of them ends the one before. */
export const SELF_ENDING: ReadonlySet<string> = new Set('p li dt dd td th tr option'.split(' '))

/** What is never shown as text of the page. */
export const UNSHOWN: ReadonlySet<string> = new Set(
  'script style template iframe noembed textarea title svg'.split(' '),
)
