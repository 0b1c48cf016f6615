import { type BatchOptions, defineWorkflow, type Step } from '../../plugins/workflow/index.ts'

const authors = ['contributor', 'editor', 'secretary', 'head']

// One person clears a step, unless its `quorum` asks for more. `within` counts working hours.
const edited: Step = {
  name: 'edit',
  title: { vi: 'Biên tập, thẩm định', en: 'Edit and verify' },
  kind: 'edit',
  by: { role: 'editor' },
  due: { within: 16, escalateTo: 'secretary' },
}
const approvedByHead: Step = {
  name: 'approve',
  title: { vi: 'Lãnh đạo duyệt', en: 'Approval by a head' },
  kind: 'approve',
  by: { role: 'head' },
  due: { within: 16, escalateTo: 'secretary' },
}

/**
 * Whoever publishes urgently or withdraws is checked by another head within one working day; the secretary is told when
 * nobody did, and after three working days an urgent publication that nobody ratified is withdrawn.
 */
const ratification = { within: 8, escalateTo: 'secretary', withdrawAfter: 24 }

/** The standard approval chain: edited and verified, confirmed, approved by a head, then published. */
export const standardChain = defineWorkflow({
  name: 'standard',
  title: { vi: 'Quy trình duyệt văn bản', en: 'Standard approval' },
  authors,
  authority: 'head',
  onApproved: 'publish',
  claimedFor: 8,
  ratification,
  steps: [
    edited,
    {
      name: 'confirm',
      title: { vi: 'Thư ký xác nhận', en: 'Confirmation by the secretary' },
      kind: 'approve',
      by: { role: 'secretary' },
      due: { within: 8, escalateTo: 'head' },
    },
    approvedByHead,
  ],
})

/** Notices are short and urgent: edited, then approved by a head. */
export const shortChain = defineWorkflow({
  name: 'short',
  title: { vi: 'Quy trình duyệt thông báo', en: 'Approval of notices' },
  authors,
  authority: 'head',
  onApproved: 'publish',
  claimedFor: 8,
  ratification,
  steps: [edited, approvedByHead],
})

/** Pages stand for long and say who runs the portal: edited, then approved by a head. */
export const pageChain = defineWorkflow({
  name: 'page',
  title: { vi: 'Quy trình duyệt trang giới thiệu', en: 'Approval of pages' },
  authors,
  authority: 'head',
  onApproved: 'publish',
  claimedFor: 8,
  ratification,
  steps: [edited, approvedByHead],
})

/**
 * What the old portal shows already is taken over without the steps: a head decides on many texts at once, in silence.
 * Whatever somebody changed after it was imported goes through the usual steps.
 */
export const importBatch: BatchOptions = {
  definition: defineWorkflow({
    name: 'imported',
    title: { vi: 'Duyệt lô nhập từ cổng cũ', en: 'Approval of imported texts' },
    authors: ['head'],
    authority: 'head',
    onApproved: 'publish',
    steps: [
      {
        name: 'approve',
        title: { vi: 'Lãnh đạo duyệt theo lô', en: 'Approved together by a head' },
        kind: 'approve',
        by: { role: 'head' },
      },
    ],
  }),
  imported: { importKey: { exists: true } },
  publicSince: { directives: 'issuedOn', bulletins: 'date', videos: 'recordedOn' },
}

/**
 * Hours for which power to approve rests after somebody else granted it, or set the address or password of the account,
 * unless a head confirms it before.
 */
export const POWER_RESTS_HOURS = 24

/** Approval chain of each collection. */
export const chains = {
  directives: standardChain,
  bulletins: standardChain,
  videos: standardChain,
  notices: shortChain,
  pages: pageChain,
}
