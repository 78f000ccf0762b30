import { pathWordsEnglish } from "../../content/path-words-en.ts";

/** The words of a guide that is played, in English: the original. They come with its view. */
export const guideWords = {
  path: pathWordsEnglish,
  looking: "Looking…",
  waiting: "We wait until the platform confirms it",
  waitsUntil: (time: string) =>
    `We look again every few seconds. This goes on by itself, at ${time} at the latest.`,
  meanwhile: "Meanwhile use the page. You can close help: it is here again when you open it.",
  stopWaiting: "Stop waiting",
  goOnWithout: "Go on without",
  workingOnIt: "One moment…",
  skip: "Skip this step",
  done: "Done, go on",
  goOn: "Go on",
  yourWay: "Choose what you use",
  paste: "The message, or its code",
  find: "Look for the code",
  noCode: "There is no code in it. Paste the whole message, or go on without.",
  noMessage: "I have no message",
  identity: {
    ask: "We can look at your account if you confirm your e\u2011mail",
    why: "You get a code by mail. What the platform says of your account is then shown to you alone.",
    sendCode: "Send me a code",
    sent: (email: string) => `Enter the code that we sent to ${email}`,
    sentHint:
      "If nothing comes within a minute, look among the unwanted mails, or use the address that you sign in with.",
    code: "Code",
    confirm: "Confirm",
    otherAddress: "Use another address",
    wrongCode: "This code is wrong or too old. Check it, or have another one sent.",
    tooMany: "Too many tries. Wait a few minutes, or go on without.",
  },
  readArticle: "Read the article",
  solved: "Solved",
  nothingSent: "Nothing was sent.",
  close: "Close",
  somethingElse: "Something else is wrong",
  handOver: "Let support take over",
  handOverWhy: "Your report carries what was done here, so nobody asks you to do it again.",
  sendIt: "Send it to support",
  soFar: (count: number) => (count === 1 ? "1 step so far" : `${count} steps so far`),
  missing: "These steps could not be loaded.",
};

export type GuideWords = typeof guideWords;
