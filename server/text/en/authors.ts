import type { FeedbackReason } from "../../contract/feedback.ts";

/** The words of the console's pages for authors. */
export const authors = {
  title: "Knowledge",
  lead: "What readers say of the articles, and what people sought without finding it. Nothing here says who.",
  period: "Period",
  periods: { 30: "30 days", 90: "90 days", 365: "12 months" } as Record<30 | 90 | 365, string>,
  csv: (list: string) => `${list} as CSV`,
  csvShort: "CSV",

  failing: "Articles that fail",
  failingLead:
    "Helpful to fewer than 60% of five readers or more, or a ticket follows three openings in ten.",
  noneFails: "No article fails in this period.",
  withoutResult: "Sought without a result",
  withoutResultLead: "What to write next, or which words an article lacks.",
  noneWithoutResult: "Every search found something.",
  withTicket: "Sought, then a ticket",
  withTicketLead: "Something was found or not; a report was sent all the same.",
  noneWithTicket: "No search ended in a ticket.",
  all: "All articles",
  quiet: (count: number) =>
    count === 1
      ? "1 article without a vote or an opening in this period"
      : `${count} articles without a vote or an opening in this period`,

  columns: {
    article: "Article",
    language: "Language",
    votes: "Votes",
    helpful: "Helpful",
    before: "Before",
    reasons: "Why not",
    comments: "Open comments",
    opened: "Opened",
    tickets: "Then a ticket",
    words: "Words",
    searches: "Searches",
    last: "Last",
    openedMost: "Opened most",
    month: "Month",
    version: "Version",
    said: "Said",
    comment: "Comment",
    state: "State",
    choose: "Mended",
  },
  languages: { en: "English", fr: "French" },
  reasons: {
    not_solved: "Did not solve the problem",
    unclear: "Unclear",
    outdated: "Wrong or outdated",
    incomplete: "Missing step or picture",
    hard_to_find: "Hard to find",
    translation: "Translation",
  } satisfies Record<FeedbackReason, string> as Record<FeedbackReason, string>,
  counted: (what: string, count: number) => `${what} ${count}`,
  nothing: "nothing",

  back: "Knowledge",
  read: "Read the article",
  present: "present version",
  presentOf: (day: string) => `Present version: ${day}`,
  versionOf: (day: string) => `of ${day}`,
  helpfulNow: (share: string, votes: number) =>
    votes === 1 ? `${share} of 1 vote found it helpful.` : `${share} of ${votes} votes found it helpful.`,
  noVotes: "Nobody has said anything of this article yet.",
  byMonth: "By month",
  byVersion: "By version",
  why: "Why not",
  whatReadersSay: "What readers say",
  noComments: "Nobody has said what is wrong with it.",
  noComment: "no comment",
  wantsToKnow: "wants to be told",
  fixed: (day: string) => `Mended ${day}`,
  open: "Open",
  openPresent: "Open, of the present version",
  fixedHint:
    "Choose what the present version mends. Whoever left an address gets one mail, and the address is deleted.",
  nothingToFix: "What was said of the present version can be marked as mended once a newer one is published.",
  markFixed: "Fixed in this version",
  markedFixed: (fixed: number, told: number) => {
    const mended = fixed === 1 ? "1 comment is mended" : `${fixed} comments are mended`;
    if (told === 0) return `${mended}; none had left an address.`;
    return `${mended}, ${told === 1 ? "1 reader is" : `${told} readers are`} told.`;
  },
};

export type AuthorsText = typeof authors;
