/**
 * Link for demo staff to mails that were written to files instead of being sent. The path is that of the plugin's mail
 * viewer.
 */
export const MailLink = () => (
  <p>
    <a className="nav__link" href="/admin-mail">
      Thư đã viết ra tệp
    </a>
  </p>
)
