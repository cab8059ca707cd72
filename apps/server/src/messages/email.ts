import nodemailer from 'nodemailer'
import { errorText, type Letter, type Sent } from './post.ts'

export type Mail = { send(to: string, letter: Letter): Promise<Sent>; close(): void }

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? one)
const plain = ({ lines, footer }: Letter) =>
  [...lines.map(({ text, link }) => `· ${text}${link ? `\n  ${link}` : ''}`), '', `${footer.text} ${footer.link}`].join('\n')
const html = ({ lines, footer }: Letter) =>
  `<ul>${lines.map(({ text, link }) => `<li>${link ? `<a href="${escaped(link)}">${escaped(text)}</a>` : escaped(text)}</li>`).join('')}</ul><p><a href="${escaped(footer.link)}">${escaped(footer.text)}</a></p>`

const patience = 15_000
type SmtpError = Error & { readonly responseCode?: number; readonly command?: string }

/** E-mail by SMTP. `url`: smtp://user:password@host:port, or smtps://; `from`: whom it comes from. */
const openMail = (url: string, from: string): Mail => {
  const server = new URL(url)
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) server.searchParams.set(name, String(patience))
  const transport = nodemailer.createTransport(server.toString(), { from })
  return {
    async send(to, letter) {
      try {
        await transport.sendMail({
          to,
          subject: letter.subject,
          text: plain(letter),
          html: html(letter),
          attachments: (letter.files ?? []).map(({ name, bytes }) => ({ filename: name, content: bytes })),
          // the same letter has the same id, should a server on the way ask
          messageId: `<${letter.id}@lintel>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { was: 'sent' }
      } catch (error) {
        const { responseCode, command } = error as SmtpError
        // 5xx is for good, 4xx for now; a connection lost after the letter was handed over tells nothing
        if (responseCode !== undefined) return { was: responseCode >= 500 ? 'refused' : 'unreachable', error: errorText(error) }
        return { was: command === 'DATA' ? 'unsure' : 'unreachable', error: errorText(error) }
      }
    },
    close: () => transport.close(),
  }
}

/** Where e-mail goes out: LINTEL_SMTP_URL, from LINTEL_MAIL_FROM; without them nobody gets any. */
export const mailFrom = (environment: NodeJS.ProcessEnv = process.env): Mail | undefined => {
  const url = environment['LINTEL_SMTP_URL']
  return url ? openMail(url, environment['LINTEL_MAIL_FROM'] || 'Lintel <lintel@localhost>') : undefined
}
