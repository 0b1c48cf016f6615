/** Leads staff of the demo to the mails that nobody was sent. The address is that of the digest plugin's mail viewer. */
export const MailLink = () => (
  <p>
    <a className="nav__link" href="/admin-mail">
      Thư đã viết ra tệp
    </a>
  </p>
)
