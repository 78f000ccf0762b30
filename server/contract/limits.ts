/** What the recorder keeps. By itself, because the loader counts every byte and needs no other limit. */
export const breadcrumbLimit = 50;

/** Every limit that both sides must agree on, with its reason. Lengths are UTF-16 code units. */
export const limits = {
  messageLength: 5_000, // two printed pages; longer texts are documents
  answerLength: 300, // one line: a code, a screen's name, a pasted error's first sentence
  emailLength: 254, // RFC 5321, 4.5.3.1.3 less the angle brackets
  phoneLength: 32, // E.164 has 15 digits; the rest is spaces and an extension
  nameLength: 120,
  breadcrumbs: breadcrumbLimit,
  checks: 40, // the catalogue has 36
  suggestions: 20, // half the library; who was shown more was not helped by any
  reportBytes: 96 * 1024, // the largest honest report measured is 22 kB
  reportsPerMinute: 30, // per address; a whole company shares one in an outage
  reportsPerHour: 300,
  receiptsPerHourAndAddress: 1, // an unverified address must not be a way to flood somebody
  receiptsPerDayAndAddress: 3,
  receiptsPerHourAndNetwork: 30,
  commentLength: 2_000, // what is wrong with one article; longer texts are reports
  facts: 200, // in one request; usual ones take half of reportBytes
  factDays: 7, // a platform that says nothing for a week is not believed any more
  codeMinutes: 10,
  codeTries: 5, // of a million; a person mistypes once or twice
  codesPerHourAndAddress: 3, // and one a minute: whoever can ask for codes must not be able to flood somebody
  codesPerDayAndAddress: 6,
  codesPerHourAndNetwork: 30,
  triesPerHourAndNetwork: 60, // a company shares one address
  identityMinutes: 30, // as long as a guide and a report take
  messagesPerMinute: 20, // per ticket; a person cannot write faster
  reopenDays: 14,
} as const;
