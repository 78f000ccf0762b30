/**
 * The words of the first view, in English: the original. A language is a few objects of these shapes: this one is
 * loaded with the panel, the others with what first needs them. They also say how its readers write a time. `\u2011` is the hyphen that does not break.
 */
export const text = {
  locale: "en",
  direction: "ltr",
  help: "Help",
  close: "Close help",
  back: "Back",
  stepByStep: "Step by step",
  time: (at: Date): string => write(at, { timeStyle: "short" }),
  /** When something is due or was: "10:43 today", "08:30 tomorrow", "Monday 30 November, 09:00". */
  moment: (at: Date, daysAhead: number): string => {
    const time = text.time(at);
    if (daysAhead === 0) return `${time} today`;
    if (daysAhead === 1) return `${time} tomorrow`;
    return `${write(at, { weekday: "long", day: "numeric", month: "long" })}, ${time}`;
  },

  foot: {
    open: (team: string, until: string) => `${team}, open until ${until}`,
    closed: (team: string, from: string) => `${team}, closed, opens ${from}`,
    yourTime: (time: string) => `${time} your time`,
    callBack: "Request a call",
    unknown: "Help is not set up here: tell your administrator.",
    unreachable: "The help desk does not answer just now.",
    stillUsable: "Write your report: it is kept and sent later.",
  },

  home: {
    ask: "What is wrong?",
    askElse: "Not this? Say what is wrong",
    placeholder: "In your own words",
    clear: "Clear",
    more: "More",
    cut: "Search waits for the connection.",
    reportIt: "None of these: report it",
    reportWords: "Report it in these words",
    found: (count: number) => (count === 1 ? "1 article may help" : `${count} articles may help`),
    reports: "Your reports",
    articles: "All articles",
    forAdmins: "For administrators",
  },

  symptoms: {
    cannot_sign_in: "I cannot sign in",
    sms_code: "Code by SMS or app",
    sso_error: "Company sign\u2011in (SSO)",
    page_broken: "Page blank or broken",
    document: "Document will not open",
    upload: "Upload fails",
    slow: "Slow",
    wrong_data: "Wrong or missing data",
    permission: "Access refused",
    meeting_vote: "Meeting, vote, signature",
    security: "Security concern",
    other: "Something else",
  },

  finding: {
    known: "Known problem",
    looking: "Looking for the cause…",
    cause: "We found the cause",
    tellMe: "Tell me when it works",
    urgent: "It is urgent",
    reload: "Reload the page",
  },

  status: {
    all: {
      ok: "All services are working",
      minor: "A service is slower than usual",
      major: "A service is partly down",
      critical: "A service is down",
      maintenance: "Maintenance in progress",
      unknown: "Status not known",
    },
  },

  searchLanguage: () => import("../../content/search-en.ts").then(({ english }) => english),
  causes: () => import("./en-causes.ts").then(({ causes }) => causes),
  later: () => import("./en-later.ts").then(({ later }) => later),
};

/** In the reader's own English: `en-US` says 2:00 PM, `en-GB` 14:00. */
export function write(at: Date, form: Intl.DateTimeFormatOptions): string {
  const own = navigator.languages.find((language) => language.startsWith("en"));
  return new Intl.DateTimeFormat(own ?? "en-GB", form).format(at);
}
