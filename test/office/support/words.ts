/**
 * English words that may not stand in a Vietnamese screen, in lower case. Words that are also Vietnamese syllables without diacritics (`in`,
 * `to`, `no`, `do`, `on`, `can`, `them`, `chose` and the like) are left out.
 */
export const FORBIDDEN_ENGLISH = new Set(
  `about above account accounts action actions active activity add added adding address admin administrator after all
  already alternative amount and another any anyway api apply are array ascending attach author auto autosave available
  away back bad bearer been before below between blank block blocks body bold bottom browse browser bulk button cancel
  cannot caption captions cell change changed changes changing character characters check checkbox choose chosen clear
  click clipboard close code collapse collapsed collection collections column columns comment compare comparing complete
  condition configuration confirm confirmation contain contains content continue controls copied copy corrected could
  create created creating creation crop current currently custom dashboard data database date day days default delete
  deleted deleting descending description deselect details dialog difference directory disabled discard dismiss document
  documents does done download draft drafts drag drawer drop dropzone duplicate duplicated each edit edited editing editor
  element email empty enabled enter entry equals error errors every exist existing exists expand expired export failed
  false field fields file filename files filter filters find first focal folder folders following forgot format found
  free from full general global globals go greater group half has have height help here hidden hide history home hour
  hours identifier image images import incorrect indent index information insert invalid invisible item items key keep
  label labels language last latest leave less letter like limit line link list live load loading locale locales lock
  locked log logged login logout longer manage match maximum merge message mime minimum missing modified month more most
  move moved must name natural navigation near never new newest next none not nothing null number object older only open
  operator option optional options order original other out page pages paragraph paste password path people per perform
  permission please position preview previous private problem processing profile public publish published publishing
  query read ready recent record redirect redo refresh relation relationship release reload remove removed replace
  request required reset resize resolution restore restored result results return role row rows save saved saving
  schedule search section select selected selection send server session set settings shift should show showing sign size
  slug some something sort sorry source start started state status stay stop string style subject submission submit
  submitted submitting success successful successfully switch system tab table tag text that the their then there these
  this thumbnail time timezone title toggle token toolbar top total true try type undefined undo unable unauthorized
  unexpected unique unknown unlock unpublish unpublished unsaved untitled update updated updating upload uploaded
  uploading url use user username users valid validation value values verified verify version versions view viewing
  warning was week welcome were when where which width will with within without word words would write wrong year yes
  yesterday you your zoom`
    .split(/\s+/)
    .filter(Boolean),
)

/** Complete texts that are intentionally shown in their own language. */
export const SHOWN_AS_THEY_ARE = new Set([
  // The name of a language, in that language.
  'English',
  // Has the same name in Vietnamese.
  'Video',
])

/** Terms that are used unchanged in Vietnamese; their words are not checked. */
export const ALLOWED_TERMS = ['(slug)', 'nhấn Enter', 'Dán từ Word', 'YouTube', 'Vimeo', 'WebVTT', 'WebM', 'e-mail']
