import { defineWorkflow, type Step } from '../../plugins/workflow/index.ts'

const authors = ['contributor', 'editor', 'secretary', 'head']

// One person clears a step, unless its `quorum` asks for more.
const edited: Step = {
  name: 'edit',
  title: { vi: 'Biên tập, thẩm định', en: 'Edit and verify' },
  kind: 'edit',
  by: { role: 'editor' },
}
const approvedByHead: Step = {
  name: 'approve',
  title: { vi: 'Lãnh đạo duyệt', en: 'Approval by a head' },
  kind: 'approve',
  by: { role: 'head' },
}

/** The standard approval chain: edited and verified, confirmed, approved by a head, then published. */
export const standardChain = defineWorkflow({
  name: 'standard',
  title: { vi: 'Quy trình duyệt văn bản', en: 'Standard approval' },
  authors,
  authority: 'head',
  onApproved: 'publish',
  steps: [
    edited,
    {
      name: 'confirm',
      title: { vi: 'Thư ký xác nhận', en: 'Confirmation by the secretary' },
      kind: 'approve',
      by: { role: 'secretary' },
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
  steps: [edited, approvedByHead],
})

/** Approval chain of each collection. */
export const chains = {
  directives: standardChain,
  bulletins: standardChain,
  videos: standardChain,
  notices: shortChain,
}
