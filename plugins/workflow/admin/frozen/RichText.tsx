import { inNewTabs, sanitiseHtml } from '../../../publications/client.ts'

/** A frozen rich text: the very HTML that is approved and published, as every exit lets it through. */
export const RichText = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the sanitiser lets nothing out that runs or loads
  <div className="frozen__rich" dangerouslySetInnerHTML={{ __html: inNewTabs(sanitiseHtml(html)) }} />
)
