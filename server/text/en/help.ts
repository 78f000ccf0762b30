import type { UsefulBecause } from "../../knowledge/useful-now.ts";
import type { FeedbackReason } from "../../contract/feedback.ts";
import type { Audience, Topic } from "../../../content/check-article.ts";

/** The words of the help centre; what articles say stands in content/articles. */
export const help = {
  title: "Help",
  description:
    "What to do when you cannot sign in, a page is old, a document does not open or a vote fails. Whom to reach, and whether something is down.",
  question: "What is not working?",
  searchLabel: "Say it in your own words, or paste the message you see",
  search: "Search",
  ofSite: (site: string, problem: string) => `${site}: ${problem}`,
  statusBoard: "Status page",
  usefulNow: "Most useful now",
  usefulBecause: (reasons: UsefulBecause[]) => {
    const said = {
      open: "what explains the problems on our status page",
      helped: "what readers found helpful in the last 30 days",
      chosen: reasons.length > 1 ? "our own choice" : "our own choice, until readers have said more",
    };
    return sentence(reasons.map((reason) => said[reason]).join(", then "));
  },
  minutesShort: (minutes: number) => `${minutes} min`,
  someoneToTalkTo: "Someone to talk to",
  yourTeam: (name: string) => `Your team, ${name}:`,
  localTimes: "Times are local to each team.",
  openUntil: (hour: string) => `open until ${hour}`,
  opensOn: (day: string, hour: string) => `opens ${day} ${hour}`,
  allContacts: "Phone numbers and mail addresses",
  bySubject: "By subject",
  showArticles: "Show articles",
  allArticles: "all",
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
  needsRights: {
    admin: "For administrators: the steps need their rights. If you are not one, send this page to yours.",
    support: "For support: the steps need the rights of a support agent.",
  },
  onThisPage: "On this page",
  closeToThis: "Close to this",
  report: "Report a problem",
  guide: {
    stepByStep: "Step by step",
    begin: "Go through it step by step",
    wholeArticle: "Read the whole article",
    done: "Done, go on",
    goOn: "Go on",
    message: "The message, or its code",
    lookForCode: "Look for the code",
    noMessage: "I have no message",
    solved: "Good, that is solved",
    solvedAdvice: "Nothing was sent, and nothing was kept.",
    ticket: "Now it is our turn",
    ticketAdvice:
      "Does the platform open? Then report it from its Help panel, which sends along what it has measured. If not, call or write to your regional support, and copy the list below into your message: nobody will ask you to try that again.",
    tried: "What you have tried",
    again: "Start again",
    toHelp: "Back to the help centre",
  },
  feedback: {
    question: "Was this article helpful?",
    yes: "Yes",
    no: "No",
    thanks: "Thank you!",
    sorry: "Sorry about that. Tell us how to improve",
    reasonsLabel: "What was wrong with it?",
    atLeastOne: "at least one",
    selectReason: "Select at least one reason",
    reasons: {
      not_solved: "Did not solve my problem",
      unclear: "Unclear",
      outdated: "Wrong or outdated",
      incomplete: "Missing step or picture",
      hard_to_find: "Hard to find",
      translation: "Translation",
    } satisfies Record<FeedbackReason, string> as Record<FeedbackReason, string>,
    optional: "optional",
    comment: "Comment",
    commentHint: "Read by its author, not answered. Leave out passwords and the contents of documents.",
    email: "Tell me when it is corrected",
    emailHint: "Your e-mail: we write to it once, then delete it.",
    send: "Send comments",
    verifying: "Verifying that a person writes. This takes a second or two; there is nothing to solve.",
    failed: "Nothing was sent: there was no connection. What you wrote is still there: press Send again.",
    sent: "Comments sent, thank you: we will fix the article",
  },
};

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

export type HelpText = typeof help;
