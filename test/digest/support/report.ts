/** A report of a mail server (RFC 3464) about one address, with CRLF line ends. */
export const deliveryReport = (args: { to: string; status?: string }): string =>
  `From: MAILER-DAEMON@mx.example.vn
To: ${args.to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.vn

Final-Recipient: rfc822; an@example.vn
Action: failed
Status: ${args.status ?? '5.1.1'}
Diagnostic-Code: smtp; 550 ${args.status ?? '5.1.1'} no such user

--b--
`.replaceAll('\n', '\r\n')
