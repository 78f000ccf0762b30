import type { Audience, Topic } from "../../../content/check-article.ts";

/** The words of the help centre; what articles say stands in content/articles. */
export const help = {
  title: "Help",
  question: "What is not working?",
  searchLabel: "Say it in your own words, or paste the message you see",
  search: "Search",
  oftenNeeded: "Often needed",
  minutesShort: (minutes: number) => `${minutes} min`,
  someoneToTalkTo: "Someone to talk to",
  localTimes: "Times are local to each team.",
  openUntil: (hour: string) => `open until ${hour}`,
  opensOn: (day: string, hour: string) => `opens ${day} ${hour}`,
  allContacts: "Phone numbers and mail addresses",
  bySubject: "By subject",
  topics: {
    signing_in: "Signing in",
    pages_and_documents: "Pages and documents",
    meetings: "Meetings, votes, signatures",
    administrators: "For administrators",
    our_side: "When it is on our side",
    reaching_us: "Reaching us",
  } satisfies Record<Topic, string> as Record<Topic, string>,
  found: (count: number) => (count === 1 ? "1 article may help" : `${count} articles may help`),
  nothingFound: "No article fits these words",
  nothingFoundAdvice:
    "Try the words that stand on your screen, or the error code alone. Or report it: you need not know what it is called.",
  missing: "This article does not exist",
  missingAdvice: "Its address may have changed. Search for it here, or look under its subject.",
  youAreHere: "You are here",
  updatedOn: "Updated on",
  isBehind: "The English article has changed since this translation.",
  readOriginal: "Read it in English",
  minutes: (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  audience: {
    user: "for everyone",
    admin: "for administrators",
    support: "for support",
  } satisfies Record<Audience, string> as Record<Audience, string>,
  onThisPage: "On this page",
  closeToThis: "Close to this",
  report: "Report a problem",
};

export type HelpText = typeof help;
