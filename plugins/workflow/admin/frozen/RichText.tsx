import { inNewTabs, sanitiseHtml } from '../../../publications/client.ts'

/** A frozen rich text: the same HTML that is approved and published, through the same sanitiser. */
export const RichText = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the sanitiser lets nothing out that runs or loads
  <div className="frozen__rich" dangerouslySetInnerHTML={{ __html: inNewTabs(sanitiseHtml(html)) }} />
)
