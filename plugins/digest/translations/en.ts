import { CONFIRM_HOURS, READABLE_DAYS } from '../core/lifetimes.ts'
import type { Messages } from './vi.ts'

const inTwo = (figure: number) => String(figure).padStart(2, '0')
const newItems = (count: number) => `${count} new item${count === 1 ? '' : 's'}`

/** All texts of pages and mails, in English. */
export const en: Messages = {
  marks: { colon: ': ', semicolon: '; ', stop: '. ' },
  form: {
    title: 'Subscribe to e-mail digests',
    intro: (most) =>
      `We send new documents and news as often as you choose, at most ${most} a day. When there is nothing new, we send nothing.`,
    email: 'E-mail address',
    emailHint: 'For example name@example.vn. We send a mail for you to confirm before anything begins.',
    cadence: 'How often',
    cadences: {
      immediate: 'As soon as something is published',
      daily: (hour, minute) => `Once a day, at ${inTwo(hour)}:${inTwo(minute)}`,
      weekly: 'Once a week, on Monday morning',
    },
    facets: {
      collections: 'Kind of content',
      topics: 'Topic',
      territories: 'Place',
      audiences: 'Audience',
      documentTypes: 'Type of document',
      languages: 'Available in',
    },
    moreFacets: 'More choices: place, audience, type of document, language',
    facetHint: 'Choose nothing to get everything.',
    locale: 'Language of the content',
    honeypot: 'Do not fill in this field',
    submit: 'Send me a mail to confirm',
    faults: 'Something needs to be corrected',
    manage: 'Change, pause or end a subscription you have',
    otherLanguages: 'Other languages',
  },
  requested: {
    title: 'Look into your mailbox',
    body: `If the address you typed can receive mail, we have sent a mail with a button to confirm. The link in it works for ${CONFIRM_HOURS} hours. If you do not see it, look among the spam too.`,
  },
  confirm: {
    title: 'Confirm your subscription',
    body: (masked, cadence) => `You are about to get digests at ${masked}. How often: ${cadence}.`,
    wishes: (wishes) => `What you chose: ${wishes}.`,
    submit: 'I agree, start sending',
    doneTitle: 'Your subscription is confirmed',
    doneBody: 'You will get a digest when there is something new. Each mail has a link to leave with one click.',
    goneTitle: 'This link no longer works',
    goneBody: `A link to confirm works for ${CONFIRM_HOURS} hours only. Subscribe again to get a new one.`,
    again: 'Subscribe again',
  },
  leave: {
    title: 'Leave the digests',
    body: 'Press the button to get no more digests. You need not log in or give a reason.',
    submit: 'Leave the digests',
    doneTitle: 'You have left the digests',
    doneBody: 'We will send you no more digests. You can subscribe again at any time.',
    unknownTitle: 'This link was not found',
    unknownBody: 'A part of the link may be missing. Copy the whole link from the mail and open it again.',
  },
  link: {
    title: 'Get a link to your subscriptions',
    intro: 'Type the address you subscribed with. We send it a link to change, pause or end your subscriptions.',
    submit: 'Send me the link',
    doneBody:
      'If this address is subscribed, we have sent it a link. The link works for 24 hours. If you do not see the mail, look among the spam too.',
    mailSubject: 'Link to your digest subscriptions',
    mailBody: (portal) =>
      `Somebody, probably you, asked for a link to your subscriptions to the digests of ${portal}. It works for 24 hours; do not pass this mail on.`,
    mailLink: 'Open your subscriptions',
    mailIgnore: 'If it was not you, ignore this mail: nothing changes.',
  },
  manage: {
    title: 'Your digest subscriptions',
    address: (masked) => `Mails go to: ${masked}`,
    none: 'You have no subscription any more.',
    subscription: (number, wishes) => `Subscription ${number}: ${wishes}`,
    choose: 'Change what you get',
    change: 'Save the changes',
    leaveOne: 'End this subscription',
    addTitle: 'Add a subscription',
    add: 'I agree, add the subscription',
    localeTitle: 'Language of the mails',
    localeSave: 'Save the language',
    pauseTitle: 'Pause',
    pauseIntro: 'We send no mails during a pause; what is published meanwhile is not sent later.',
    pauseUntil: 'Send again from this day on (leave empty to pause until you resume)',
    pause: 'Pause',
    pausedUntil: (day) => `Paused; mails are sent again from ${day} on.`,
    pausedOpen: 'Paused until you resume.',
    resume: 'Send again from now on',
    leaveTitle: 'Leave everything',
    leaveIntro: 'End all subscriptions and get no more digests.',
    leave: 'End all subscriptions',
    exportTitle: 'My data',
    exportIntro: 'Download everything we keep about you, as JSON.',
    export: 'Download my data',
    eraseTitle: 'Erase my data',
    eraseIntro:
      'Erases your address and all your subscriptions. We only keep the proof of your consent under a code that cannot be turned back into an address.',
    eraseNever: 'Never send to this address again, even if somebody types it into the form',
    eraseSure: 'I understand that this cannot be undone',
    erase: 'Erase my data',
    erasedTitle: 'Your data has been erased',
    erasedBody: 'Your address and your subscriptions are gone. You will get no more mails.',
    goneTitle: 'This link no longer works',
    goneBody: 'Links to your subscriptions work for a limited time. Type your address to get a new one.',
    done: {
      change: 'Saved. What is published from now on follows your new choice.',
      'leave-one': 'The subscription has ended.',
      add: 'The subscription was added.',
      locale: 'The language was saved.',
      pause: 'Paused.',
      resume: 'Mails are sent again.',
      leave: 'All subscriptions have ended.',
    },
  },
  faults: {
    EMAIL_INVALID: {
      text: 'The e-mail address is not right. Type it like name@example.vn.',
      en: 'The e-mail address is not valid.',
    },
    CADENCE_NOT_OFFERED: {
      text: 'There is no such frequency. Choose one from the list.',
      en: 'The cadence is one of immediate, daily and weekly.',
    },
    LOCALE_UNKNOWN: {
      text: 'There is no such language. Choose one from the list.',
      en: 'This language is not offered.',
    },
    FILTER_UNKNOWN: {
      text: 'One of the choices does not exist. Choose from the list.',
      en: 'There is no such choice.',
    },
    DAY_INVALID: {
      text: 'The day must be one after today. Choose another.',
      en: 'The day must lie after today.',
    },
    NOT_SURE: {
      text: 'Tick that you understand that erasing cannot be undone, then press the button again.',
      en: 'Tick that you understand that this cannot be undone.',
    },
    SUBSCRIPTION_GONE: {
      text: 'This subscription has ended. Add a new one if you still want it.',
      en: 'This subscription has ended.',
    },
    TOO_MANY: {
      text: 'You have as many subscriptions as there can be. Change or end one of them first.',
      en: 'There are too many subscriptions.',
    },
    CONSENT_CHANGED: {
      text: 'The words you agree to have changed. Read them again, then press the button once more.',
      en: 'The words to agree to have changed.',
    },
    ACTION_UNKNOWN: {
      text: 'There is no such action. Open the page again and retry.',
      en: 'There is no such action.',
    },
    BODY_INVALID: {
      text: 'The request could not be read. Send the form again.',
      en: 'The request could not be read.',
    },
    BODY_TOO_LARGE: {
      text: 'The request is too large. Leave something out and send it again.',
      en: 'The request is too large.',
    },
    RATE_LIMITED: {
      text: 'There were too many requests from your network. Try again in an hour.',
      en: 'Too many requests; try again in an hour.',
    },
    FAILED: {
      text: 'The request could not be stored. Try again in a few minutes.',
      en: 'The request could not be stored; try again in a few minutes.',
    },
  },
  consent: {
    version: '2026-11-24',
    text: (portal) =>
      `By confirming you agree that ${portal} keeps your e-mail address, language and choices, only to send you these digests. We do not track whether you open mails or follow links, and we give your address to nobody. You can withdraw your consent at any time with the link “Leave the digests” in every mail.`,
  },
  imprint: { labels: { telephone: 'Telephone: ', email: 'E-mail: ' } },
  mail: {
    subjects: {
      immediate: (_, count) => `Just published: ${newItems(count)}`,
      daily: ({ from }, count) => `Digest of ${from}: ${newItems(count)}`,
      weekly: ({ from, to }, count) => `Digest of ${from} – ${to}: ${newItems(count)}`,
      evening: ({ from }, count) => `Evening digest of ${from}: ${newItems(count)}`,
    },
    headings: {
      immediate: () => 'Just published',
      daily: ({ from }) => `New on ${from}`,
      weekly: ({ from, to }) => `New from ${from} to ${to}`,
      evening: ({ from }) => `New on ${from}`,
    },
    greeting: (portal) => `${portal} sends you what has just been published.`,
    changes: 'Corrections and withdrawals',
    onlyChanges: {
      subject: (count) => `Corrections and withdrawals: ${count} items`,
      heading: ({ from, to }) => (from === to ? `Changes on ${from}` : `Changes from ${from} to ${to}`),
      greeting: (portal) => `${portal} tells you of changes to what was published.`,
    },
    kinds: { new: '', updated: 'Updated', corrected: 'Corrected', withdrawn: 'Withdrawn' },
    number: 'Number',
    issuedOn: 'Issued on',
    issuer: 'Issued by',
    byline: 'Reported by',
    effectiveFrom: 'In force from',
    note: 'Note',
    why: (wishes) => `You get this because you subscribed to: ${wishes}.`,
    whyEarlier: 'You get this because an earlier digest brought you this document.',
    everything: 'everything new',
    more: (count) => `And ${count} more on the website`,
    manage: 'Change or pause your subscriptions',
    view: 'Read this mail on the web',
    leave: 'Leave the digests',
    leaveHint: 'Open the link and press one button, without a login.',
    sender: (portal) => `${portal} sends this mail because you subscribed. Please do not reply to it.`,
  },
  web: {
    goneTitle: 'This mail can no longer be read on the web',
    goneBody: `Mails stay on the web for ${READABLE_DAYS} days. The documents are still on the portal.`,
    nothingLeft: 'What this mail brought has been withdrawn.',
  },
  confirmation: {
    subject: 'Confirm your subscription to the digests',
    heading: 'Confirm your subscription to the digests',
    body: (portal) =>
      `Somebody, probably you, used this address to subscribe to the digests of ${portal}. Open the link below and press the button within ${CONFIRM_HOURS} hours.`,
    link: 'Open the page to confirm',
    ignore: 'If it was not you, ignore this mail: you will get nothing more.',
  },
}
