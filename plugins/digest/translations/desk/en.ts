import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { Alarm } from '../../core/deskAlarms.ts'
import type { PauseScope } from '../../core/pauses.ts'
import { enScreens } from './enScreens.ts'
import type { AlarmWords, DeskTexts } from './vi.ts'

const scopes: Record<PauseScope, string> = {
  all: 'All digests',
  immediate: 'Immediate notices',
  daily: 'Daily digests',
  weekly: 'Weekly digests',
  evening: 'Evening digests',
  urgent: 'Corrections and withdrawals sent at once',
}

const alarm = (given: Alarm): AlarmWords => {
  switch (given.code) {
    case 'MAIL_PAUSED':
      return {
        message: 'The server holds back every mail (MAIL_PAUSED), confirmations too.',
        advice: 'Ask the administrator to remove MAIL_PAUSED and to restart once mails may leave.',
      }
    case 'PAUSED':
      return {
        message: `${scopes[given.scope]} are paused since ${shownInstantOf(given.since)}: ${given.reason}`,
        advice:
          'Resume them when the reason is gone. What expires meanwhile comes with the next digest; nothing is lost.',
      }
    case 'RUN_MISSING':
      return {
        message: `The run ${given.run} was due at ${shownInstantOf(given.dueAt)} and does not exist yet.`,
        advice: 'Ask the administrator whether the worker runs, and for the answer of “congbo doctor”.',
      }
    case 'RUN_INCOMPLETE':
      return {
        message: `${given.name} is over two hours old and ${given.waiting} mails have not left.`,
        advice: 'Look at its speed; if it is nothing, ask the administrator to check the mail relay.',
      }
    case 'RUN_UNKNOWN':
      return {
        message: `${given.name} has ${given.unknown} mails of which nobody knows whether they arrived.`,
        advice: 'Get the relay’s log and paste it under “Unknown mails”. They are never sent again.',
      }
    case 'RUN_REFUSED':
      return {
        message: `${given.name} has ${given.refused} refused mails.`,
        advice: 'Filter the deliveries by “Refused” and read the replies; 5.7.x is about us: ask the administrator.',
      }
    case 'RUN_REFUSED_US':
      return {
        message: `${given.name}: somebody takes no mail because of us: “${given.reply}”.`,
        advice: 'Ask the administrator to look at DKIM, SPF and block lists. No reader is struck off for this.',
      }
    case 'RELAY_DOWN':
      return {
        message: `The mail relay has taken nothing since ${shownInstantOf(given.since)} (${given.reason}).`,
        advice:
          'Ask the administrator to check the relay. Mails wait in the outbox and leave by themselves once it is back.',
      }
    case 'STEP_FAILING':
      return {
        message: `A step of sending digests fails again and again: ${given.step} (${given.error}).`,
        advice: 'Ask the administrator to run “congbo doctor” and to read the log. The other steps go on.',
      }
    case 'AWAITED_STUCK':
      return {
        message: `Mails that somebody waits for have not left since ${shownInstantOf(given.since)}.`,
        advice: 'The relay may be down: ask the administrator to check the relay and the worker process.',
      }
    case 'REPORTS_UNREAD':
      return {
        message: `${given.count} replies to our mails are not delivery reports that could be read.`,
        advice: 'Ask the administrator for the files “*.unread” in the folder “bounces” and handle them by hand.',
      }
  }
}

/** Texts of the mail officer's desk, in English. */
export const en: DeskTexts = {
  title: 'Mail desk',
  refused: 'You may not see this; ask an administrator.',
  alarm,
  alarmMail: {
    subject: 'E-mail digests: something needs you',
    heading: 'The desk of e-mail digests tells you',
    more: (count: number) => `and ${count} more`,
    all: 'Open the desk',
    why: 'You get this mail because you run the digests or the system. Each matter is told once a day.',
    account: 'Your account',
  },
  scopes,
  ...enScreens,
}
