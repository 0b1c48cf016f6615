import { FACETS } from '../../../plugins/digest/core/filter.ts'

type Call = (...args: unknown[]) => unknown
type How = (call: Call, text: string) => unknown

const within =
  (member: string, rest: object = {}): How =>
  (call, text) =>
    call({ ...rest, [member]: text })

const richText = (text: string) => ({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text, format: 0 }] }] },
})

/** A clipboard is read in the browser of the person who pastes, so a slow read delays only them. */
const LONGEST_PASTED = 100_000

const OFTEN = { fit: 1, numbers: [], lead: [], whole: false, numbered: false, date: '', document: 'a', id: 1 }
const titled = (text: string) => ({ ...OFTEN, titles: [{ words: text.split(' '), exact: text.split(' ') }] })

const part = (word: string) => ({
  spellings: [[word]],
  marked: undefined,
  apart: false,
  unfinished: true,
  weak: false,
  weight: 1,
})

const known = Object.fromEntries(FACETS.map((facet) => [facet, new Set<string>()]))
const field = [
  { name: 'title', type: 'text' },
  { name: 'year', type: 'number' },
]
const nothing = { fieldsOf: () => [], isId: () => false }
const glossary = { at: () => undefined, isStopWord: () => false }

const printed = { number: 84, symbol: 'KH-UBND', year: 2024 }

const contentOf = (text: string) => ({ locales: ['vi'], fields: { title: { '@vi': text.replace(/\p{Cs}/gu, '?') } } })
const SUBJECT = { inForce: contentOf('a'), correction: false, original: 'vi' }
const HEAD = { id: 'h', role: 'head', name: '', capacity: '' }
const FLOWS = [{ authority: 'head', steps: [] }]
const DELEGATION = {
  from: 'h',
  to: 'd',
  steps: ['authority'],
  collections: [],
  validFrom: '1',
  validTo: '2',
  capacity: 'KT.',
}

const comment = { type: 'said', comment: 'a', replyTo: '', path: '', at: '', by: { name: '', capacity: '' } }

/** Only questions of readers are cut into whole words, and they are bounded. */
const LONGEST_QUESTION = 300

/** How to call functions for which a text is not the only parameter. */
export const HOW: Record<string, How> = {
  'lib/text/dates.ts#typedDay': (call, text) => call(text, 2026),
  'lib/text/words.ts#wordLengths': (call, text) => call(text.slice(0, LONGEST_QUESTION)),
  'lib/text/beginningOf.ts#beginningOf': (call, text) => call(text, 500),
  'lib/text/cutAtWord.ts#cutAtWord': (call, text) => call(text, 500),
  'lib/text/documentNumber.ts#parseDocumentNumber': (call, text) => call(text),
  'lib/text/documentNumber.ts#formatDocumentNumber': within('symbol', printed),
  'lib/text/documentNumber.ts#numberKey': within('symbol', printed),
  'lib/text/documentNumber.ts#naturalKey': (call, text) => call({ ...printed, issuer: text, symbol: text, year: 2024 }),
  'lib/text/otherCounts.ts#countsSomethingElse': (call, text) => call(text, true),
  'lib/text/printedRepairs.ts#slipsOf': (call, text) =>
    call({ printed: text, counted: '84', canonical: text, shortYear: false }),
  'lib/text/prose.ts#prose': (call, text) => call(text),
  'lib/text/richText.ts#faultOfTree': (call, text) => call(richText(text)),
  'lib/text/richText.ts#withTidyWords': (call, text) => call(richText(text)),
  'lib/text/symbol.ts#readSymbol': (call, text) => call(text, { separator: '/', hasYear: false }),
  'lib/text/legacyLetters.ts#decodedAs': (call, text) => call(text, 'tcvn3'),
  'lib/text/legacyLetters.ts#encodingsOfLines': (call, text) => call(text.split('\n')),
  'lib/text/symbolFonts.ts#inSymbolFont': (call, text) => call(text, 'symbol'),
  'lib/text/pasted/elements.ts#isMarker': (call, text) => call({ type: 'tag', attribs: { style: text } }),
  'lib/text/pasted/fonts.ts#decodeFonts': (call, text) =>
    call([{ type: 'tag', name: 'p', attribs: { style: text, class: text }, children: [{ type: 'text', data: text }] }]),
  'lib/text/pasted/index.ts#picturesIn': (call, text) => call(text.slice(0, LONGEST_PASTED)),
  'lib/text/pasted/index.ts#pastedNodes': (call, text) => call(text.slice(0, LONGEST_PASTED)),
  'lib/text/pasted/readHtml.ts#readHtml': (call, text) => call(text.slice(0, LONGEST_PASTED)),
  'lib/text/pasted/look.ts#styleOf': (call, text) => call({ attribs: { style: text } }, 'display'),
  'lib/text/pasted/look.ts#lookOf': (call, text) => call({ name: 'a', attribs: { href: text } }, { format: 0 }),
  'lib/text/pasted/marker.ts#printedMarker': (call, text) => call(text, 3),
  'lib/text/pasted/runs.ts#paragraphsOf': (call, text) => call([{ text, format: 0 }]),
  'lib/text/pasted/toNodes.ts#toNodes': (call, text) => call([{ kind: 'paragraph', runs: [{ text, format: 0 }] }]),
  'collections/checks/bulletin.ts#checkBulletin': (call, text) => call({ title: text, body: richText(text) }, 'vi'),
  'collections/checks/dated.ts#datedContradictions': within('issuedOn', { effectiveFrom: '2026-01-01' }),
  'collections/checks/directive.ts#directiveContradictions': within('issuedOn', { effectiveFrom: '2026-01-01' }),
  'collections/checks/directive.ts#checkDirective': (call, text) =>
    call({ title: text, abstract: text, symbol: text, issuedOn: text, body: richText(text) }, 'vi', '2026-11-24'),
  'plugins/webhooks/core/address.ts#addressFault': (call, text) =>
    call(`https://${text}`, { plain: false, ports: [443], internal: [] }),
  'plugins/webhooks/core/address.ts#hostOf': (call, text) => call({ hostname: text }),
  'plugins/webhooks/core/message.ts#messageId': (call, text) => call(text, 1),
  'plugins/webhooks/core/message.ts#publicationBody': (call, text) => call({ changeNote: text }),
  'plugins/webhooks/core/signature.ts#signedHeaders': (call, text) =>
    call({ id: 'a', timestamp: 1, body: text, secrets: ['whsec_AAAA'] }),
  'plugins/publications/core/canonical.ts#hasHash': (call, text) => call(text, 'x'),
  'lib/faults/fault.ts#fault': (call, text) => call(text, text, text),
  'lib/faults/fault.ts#isBlank': (call, text) => call([text, richText(text)].map((one) => call(one))),
  'lib/faults/fault.ts#idOf': (call, text) => call(text),
  'lib/faults/fault.ts#isUntitled': (call, text) => call(text),
  'src/repairs/forms/core/filters.ts#normalisedFilter': (call, text) =>
    call({ year: { equals: text }, title: { like: text }, [text]: { in: text } }, field, nothing),
  'collections/checks/notice.ts#noticeContradictions': within('pinnedUntil', { expiresOn: '2026-01-01' }),
  'collections/checks/page.ts#checkPage': (call, text) => call({ title: text, summary: text }),
  'collections/checks/notice.ts#checkNotice': (call, text) =>
    call({ title: text, expiresOn: text, summary: text }, 'vi', '2026-11-24'),
  'src/repairs/forms/core/normalisedData.ts#normalisedData': (call, text) => call(field, { title: text, year: text }),
  'src/repairs/forms/core/shape.ts#shapeOf': (call, text) => call(field, { title: text, year: text }),
  'collections/checks/upload.ts#isWholePdf': (call, text) => call(new TextEncoder().encode(`%PDF-1.7${text}`)),
  'collections/checks/video.ts#checkVideo': (call, text) =>
    call({ title: text, embedUrl: text, transcript: text, captionExemption: { reason: text } }, 'vi', '2026-11-24'),
  'collections/checks/webVtt.ts#faultOfWebVtt': (call, text) => call(new TextEncoder().encode(`WEBVTT\n\n${text}`)),
  'plugins/digest/core/describe.ts#describe': (call, text) =>
    call({ collection: 'notices', locales: ['vi'], fields: { title: text, number: text, symbol: text } }, 'vi'),
  'plugins/digest/core/filter.ts#readFilter': (call, text) => call({ input: { topics: [text] }, known }),
  'plugins/digest/core/filter.ts#filterKey': (call, text) => call({ topics: [text] }),
  'plugins/digest/core/pause.ts#pausedUntil': (call, text) => call(text, new Date(0)),
  'plugins/digest/core/reportRecipient.ts#reportRecipient': (call, text) =>
    call(text, { local: 'no-reply', domain: 'example.vn' }),
  'plugins/digest/core/readRequest.ts#readWanted': (call, text) =>
    call({ body: { cadence: text, topics: text }, known }),
  'plugins/digest/core/readRequest.ts#readRequest': (call, text) =>
    call({ body: { email: text, cadence: text, locale: text, topics: text }, known, locales: ['vi'] }),
  'plugins/digest/core/links.ts#readLink': (call, text) => call(text),
  'plugins/digest/core/mailStatus.ts#meaningOf': within('reply'),
  'plugins/digest/core/runName.ts#runName': (call, text) =>
    call({ key: `daily:${text}`, cadence: 'daily', startsAt: text }, 'vi', '2026'),
  'plugins/digest/core/importRow.ts#readColumns': (call, text) => call([text, 'email']),
  'plugins/digest/core/importRow.ts#readRow': (call, text) =>
    call(
      {
        source: 'csv',
        at: new Map([
          ['email', 0],
          ['consent_time', 1],
          ['method', 2],
        ]),
        email: 'email',
      },
      [text, text, text],
      {
        locale: 'vi',
        locales: ['vi'],
        cadence: 'daily',
        now: new Date(0),
      },
    ),
  'plugins/digest/core/relayLog.ts#relayLogReader': (call, text) =>
    (call('example.vn') as { read: (line: string) => unknown }).read(text),
  'plugins/digest/core/sniffTable.ts#charsetOf': (call, text) => call(Buffer.from(text)),
  'plugins/digest/core/stretch.ts#stretchKey': (call, text) => call(text, 1),
  'plugins/publications/core/canonical.ts#canonicalJson': (call, text) =>
    // JSON cannot represent lone surrogates and throws.
    call({ title: text.replace(/\p{Cs}/gu, '?') }),
  'plugins/workflow/core/command.ts#noted': within('changeNote'),
  'plugins/workflow/core/comments.ts#said': (call, text) => call({ text, path: 'title' }, [], ['title']),
  'plugins/workflow/core/comments.ts#threadsOf': (call, text) => call([{ ...comment, text }]),
  'plugins/workflow/core/delegation.ts#delegationFault': (call, text) =>
    call({ wanted: { ...DELEGATION, authority: text }, from: HEAD, to: HEAD, others: [], definitions: FLOWS, now: '' }),
  'plugins/workflow/core/variants.ts#changedFields': (call, text) => call(contentOf(text), contentOf(`${text}b`)),
  'plugins/workflow/core/variants.ts#differsInTranslationOnly': (call, text) =>
    call(contentOf(text), contentOf(`${text}b`), 'vi'),
  'plugins/workflow/core/variants.ts#fits': (call, text) =>
    call({ fields: { title: ['a'] }, translationOnly: true }, { ...SUBJECT, content: contentOf(text) }),
  'plugins/workflow/core/schedule.ts#instantFault': (call, text) => call(text, '2026-11-24T00:00:00.000Z'),
  'plugins/delivery/search/glossary.ts#glossaryOf': (call, text) =>
    call({ synonyms: [[text.slice(0, 1_000)]], stopWords: [] }),
  'plugins/delivery/search/highlight.ts#highlight': (call, text) => call({ text, parts: [part('a')], whole: false }),
  'plugins/delivery/search/question.ts#readQuestion': (call, text) => call(text, glossary),
  'plugins/delivery/search/rank.ts#rank': (call, text) =>
    call([part('a')], [titled(text.slice(0, 10_000))], { counted: undefined, typesMarks: true }),
  'plugins/delivery/search/rank.ts#readTexts': (call, text) =>
    call({ title: text, exact: text, number: text, lead: text, date: '', document: 'a' }),
  'plugins/delivery/search/matches.ts#allTogether': (call, text) => call([part(text)]),
  'plugins/delivery/search/matches.ts#anySpelling': (call, text) => call(part(text)),
  'plugins/delivery/search/matches.ts#quoted': (call, text) => call([text]),
  'plugins/delivery/search/matches.ts#spelling': (call, text) => call([text], part(text)),
  'plugins/delivery/search/partial.ts#looseTerms': (call, text) => call([part(text), part('a')], () => 1),
  'plugins/delivery/search/partial.ts#looseMatch': (call, text) =>
    call({ singles: [{ match: text }], pairs: [{ match: text }] }),
  'plugins/delivery/search/weigh.ts#mostTelling': (call, text) => call([part(text)]),
  'plugins/delivery/search/correctedPhrases.ts#withCorrectedPhrases': (call, text) =>
    call([part(text)], glossary, (one: unknown) => one),
  'plugins/delivery/search/typedWords.ts#codedCountAt': (call, text) => call([text, text], 0),
  'plugins/delivery/search/spelling.ts#isOneSlip': (call, text) => call(text, `${text}b`),
  'plugins/delivery/search/typedWords.ts#namedCountAt': (call, text) => call([text, text], 0),
  'plugins/delivery/richText/plainText.ts#plainText': (call, text) => call(richText(text)),
  'plugins/delivery/richText/sanitiseTree.ts#sanitiseTree': (call, text) => call(richText(text)),
}

const of = (module: string, ...names: string[]): string[] => names.map((name) => `${module}.ts#${name}`)

/** Functions that receive no text of people: states, instants, counts, rows of logs, a database. */
export const TAKES_NO_TEXT: readonly string[] = [
  ...of('src/repairs/forms/core/rows', 'withPlaces', 'withIds', 'missingRows'),
  ...of('lib/faults/refuseReader', 'refuseReader'),
  ...of('lib/faults/say', 'languageOf', 'say', 'asValidationError'),
  ...of('lib/text/languages', 'textIn', 'withLanguages'),
  ...of('plugins/webhooks/core/address', 'isAllowedInside'),
  ...of('plugins/webhooks/core/message', 'testBody', 'wantsRow', 'tellable'),
  ...of('plugins/webhooks/core/outcome', 'outcomeOf'),
  ...of('plugins/webhooks/core/settle', 'pauseAfter', 'arrived', 'failed'),
  ...of('plugins/publications/core/isJsonObject', 'isJsonObject'),
  ...of('plugins/workflow/core/binding', 'approvalsThatStand'),
  ...of('plugins/delivery/search/words', 'wordsOf'),
  ...of('plugins/digest/core/bounce', 'judge', 'countSoft'),
  ...of('plugins/digest/core/dailyLimit', 'hasRoomToday'),
  ...of('plugins/digest/core/delivery', 'isTerminal', 'settle', 'backoff', 'isBalanced'),
  ...of('plugins/digest/core/filter', 'matches', 'subjectOf'),
  ...of('plugins/digest/core/archive', 'archived', 'asFollowed', 'periodsOf'),
  ...of('plugins/digest/core/immediateRun', 'immediateRun', 'settledOf'),
  ...of('plugins/digest/core/urgentRun', 'urgentChanges', 'urgentRatifications', 'urgentRun'),
  ...of(
    'plugins/digest/core/items',
    'documentId',
    'changesOf',
    'tellsSomebody',
    'itemsFor',
    'stillTrue',
    'latestOf',
    'concernsDocument',
    'ratifiedChange',
  ),
  ...of('plugins/digest/core/pauses', 'isPauseScope', 'inForceOf', 'isHeldBack', 'toPause', 'toResume'),
  ...of('plugins/digest/core/progress', 'tallyOf', 'totalOf', 'speedOf', 'minutesLeft', 'shareDone', 'minutesLate'),
  ...of('plugins/digest/core/deskAlarms', 'deskAlarms', 'mailedAbout'),
  ...of('plugins/digest/core/importFate', 'fateOf', 'invitedAt'),
  ...of('plugins/digest/core/growth', 'lastWeeks', 'perWeek'),
  ...of('plugins/digest/core/periods', 'periodOf', 'previousPeriod', 'isBeforeEvening'),
  ...of('plugins/digest/core/schedule', 'scheduleFrom'),
  ...of('plugins/digest/core/planRuns', 'isTooLate', 'planRuns'),
  ...of('plugins/digest/core/lifetimes', 'confirmableUntil', 'mailableUntil', 'manageableUntil', 'triedUntil'),
  ...of('plugins/digest/core/lifetimes', 'forgottenBefore', 'noticesForgottenBefore'),
  ...of('plugins/digest/core/links', 'linkTime', 'linkEnd', 'linkToken', 'isGenuine'),
  ...of('plugins/digest/core/relayGate', 'takeSlots', 'afterFailure', 'mayConnect', 'whileProbed'),
  ...of('plugins/digest/core/retention', 'ruleInForce', 'keptSince', 'retentionFaults'),
  ...of('plugins/digest/core/request', 'mayWriteAgain'),
  ...of('plugins/digest/core/stretch', 'drainedBefore'),
  ...of('plugins/publications/core/chain', 'rowHash', 'chainReader', 'firstChainFault'),
  ...of('plugins/publications/core/documentState', 'isKind', 'makesEdition', 'tellsOfDocument', 'isShownAfter'),
  ...of('plugins/publications/core/documentState', 'evolve', 'setAside'),
  ...of('plugins/publications/core/freeze', 'freeze'),
  ...of('plugins/publications/core/freezeTerm', 'freezeTerm'),
  ...of('plugins/publications/core/localise', 'isLocalised', 'localise'),
  ...of('plugins/publications/core/locales', 'defaultLocale', 'contentLocales'),
  ...of('plugins/publications/core/fieldNames', 'fieldNames'),
  ...of('plugins/publications/core/optionFaults', 'optionFaults', 'shapeFaults'),
  ...of('plugins/publications/core/numbering', 'isNumbered', 'lastNumbered'),
  ...of('plugins/publications/core/provenance', 'provenanceAfter', 'awaitsRatification', 'ratifiesPublication'),
  ...of('plugins/publications/core/shapes', 'publicEntries', 'publicShapes', 'publicationsOptions'),
  ...of('plugins/publications/core/trust', 'isSound', 'checkStretch'),
  ...of('plugins/workflow/core/decide', 'decide', 'mayChange'),
  ...of('plugins/workflow/core/absence', 'absenceFault', 'absenceIn', 'isAway', 'backOn', 'firstBack'),
  ...of('plugins/workflow/core/account', 'decides', 'restAfterChange', 'sameAccount', 'restOf'),
  ...of('plugins/workflow/core/actsAtOnce', 'withdraw', 'publishUrgently'),
  ...of('plugins/workflow/core/command', 'instantOf'),
  ...of('plugins/workflow/core/comments', 'mayComment', 'resolvable'),
  ...of('plugins/workflow/core/definition', 'definitionHash'),
  ...of('plugins/workflow/core/delegation', 'handable'),
  ...of(
    'plugins/workflow/core/groups',
    'partsOf',
    'belongs',
    'sitsAt',
    'groupKey',
    'keysOf',
    'stepWithoutApprovers',
    'roleName',
  ),
  ...of('plugins/workflow/core/labelOf', 'labelOf'),
  ...of('plugins/workflow/core/lint', 'lintDefinition', 'defineWorkflow'),
  ...of('plugins/workflow/core/optionFaults', 'optionFaults'),
  ...of('plugins/workflow/core/system', 'namedIn'),
  ...of('plugins/workflow/core/mayDo', 'mayDo'),
  ...of('plugins/workflow/core/noticeKinds', 'isAboutPower', 'isAtOnce', 'isUndeclinable', 'wants'),
  ...of('plugins/workflow/core/move', 'move'),
  ...of('plugins/workflow/core/movedRun', 'sharedSteps', 'movedRun'),
  ...of('plugins/workflow/core/powers', 'answering', 'maySit', 'seatsOf', 'isAuthority', 'signed'),
  ...of('plugins/workflow/core/batch', 'approveListed', 'manifestOf'),
  ...of('plugins/publications/core/capacities', 'publicSince', 'capacitiesOf'),
  ...of('plugins/workflow/core/purge', 'proposePurge', 'textsToErase', 'confirmPurge', 'isLawfulPurge', 'erasures'),
  ...of('plugins/workflow/core/purgeRules', 'purgeable'),
  ...of('plugins/workflow/core/seats', 'openSeats', 'nextSeat'),
  ...of('plugins/workflow/core/standIn', 'lacksStanding', 'fittingDelegations', 'standIn'),
  ...of('plugins/workflow/core/variants', 'definitionFor', 'ignoringSteps'),
  ...of('plugins/workflow/core/events', 'isDecisive', 'lastDecision'),
  ...of('plugins/workflow/core/evolve', 'evolve', 'fold', 'namesOf'),
  ...of('plugins/workflow/core/noticeTimes', 'noticeHoursFaults', 'summaryDay', 'slotStart', 'isNear'),
  ...of('plugins/workflow/core/notices', 'awaitedOf', 'standingOf'),
  ...of('plugins/workflow/core/notices', 'stillTrue', 'noticesOf', 'remindersOf', 'mostPressing'),
  ...of('plugins/workflow/core/permit', 'permit'),
  ...of('plugins/workflow/core/powerNotices', 'powerNoticesOf', 'powerStanding'),
  ...of('plugins/workflow/core/powerNotices', 'delegationMade', 'delegationStillTrue', 'delegationNoticesOf'),
  ...of('plugins/workflow/core/publicRow', 'publicRow'),
  ...of('plugins/workflow/core/publicSteps', 'clearedSteps'),
  ...of('plugins/workflow/core/refusal', 'refusal', 'wrongState'),
  ...of('plugins/workflow/core/report', 'decidedSteps', 'isOverdue', 'middle', 'reportLines', 'waitingLines'),
  ...of('plugins/workflow/core/reportPeriod', 'periodDays'),
  ...of('plugins/workflow/core/week', 'hoursToPublish', 'publishedPerDay'),
  ...of('plugins/workflow/core/rules', 'claimNow'),
  ...of('plugins/workflow/core/schedule', 'published', 'publicationDue', 'redirectDue', 'expiryDue'),
  ...of('plugins/workflow/core/schedule', 'ratificationDue', 'stepDeadline', 'overdueNow', 'nextInstant'),
  ...of('plugins/workflow/core/state', 'openParts', 'nextStep', 'publicState', 'currentStep', 'isFinal'),
  ...of('plugins/workflow/core/textMark', 'textMark'),
  ...of('plugins/delivery/search/docSet', 'emptySet', 'has', 'put', 'withRoom', 'both', 'either', 'without'),
  ...of('plugins/delivery/search/docSet', 'sizeOf', 'sizeOfBoth', 'visit', 'newest'),
  ...of('plugins/delivery/search/docSets', 'docSets'),
  ...of('plugins/delivery/search/facetCounts', 'facetCounts'),
  ...of('plugins/delivery/search/fileFinder', 'fileFinder'),
  ...of('plugins/delivery/search/finder', 'TooBusy', 'openFinder'),
  ...of('plugins/delivery/search/partial', 'looseWorths', 'best'),
  ...of('plugins/delivery/search/retrieve', 'retrieve'),
  ...of('plugins/delivery/search/scope', 'scopesOf'),
  ...of('plugins/delivery/search/weigh', 'frequencyOf', 'weigh'),
  ...of('plugins/delivery/search/searcher', 'searcher'),
  ...of('plugins/delivery/search/soundTwins', 'withSoundTwins'),
  ...of('plugins/delivery/search/spelling', 'meantBy'),
]
